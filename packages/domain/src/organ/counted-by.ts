import { type CivilDate, lastDayOf } from '../kernel/civil-date.ts';

/** Who exercises an organ's powers since a day. */
export interface Succession {
  readonly successorId: string;
  readonly validFrom: CivilDate;
  /** `null`: all powers, not only those named. */
  readonly matters: string | null;
}

/** An organ as far as it decides which report counts its registers. */
export interface CountedOrgan {
  readonly organId: string;
  readonly isGovernment: boolean;
  /** The first day on which it is no more. */
  readonly validTo: CivilDate | null;
  /** A list of the year names it among those who report. */
  readonly isListed: boolean;
  readonly successions: readonly Succession[];
  /** Of its region. */
  readonly governmentId: string;
  /** The office that reports for that government in the year; `null`: there is none. */
  readonly officeId: string | null;
}

/**
 * The one that answers for what an ended organ leaves: who took over all powers comes before who took over some, then the
 * first. A register is not divided by matters, so that exactly one counts it.
 */
function heirOf({ successions }: CountedOrgan): string | null {
  const whole = successions.filter(({ matters }) => matters === null);
  const [heir] = (whole.length > 0 ? whole : successions).toSorted(
    (a, b) => a.validFrom.localeCompare(b.validFrom) || a.successorId.localeCompare(b.successorId),
  );
  return heir?.successorId ?? null;
}

/**
 * The organ whose own report of a year counts the registers of an organ: itself as long as it is there on 31 December, or
 * was left on the year's list for a last report; else who exercises its powers now (规范: 继续行使其职权的行政机关), and where
 * nobody does, its government. What was received in the name of a government its office reports (30号二(一)).
 *
 * @param organs every organ that a succession can lead to
 * @returns `null`: no report counts them
 */
export function countedBy(
  organId: string,
  reportYear: number,
  organs: ReadonlyMap<string, CountedOrgan>,
): string | null {
  const passed = new Set<string>();
  for (let id: string | null = organId; id !== null && !passed.has(id); ) {
    passed.add(id);
    const organ = organs.get(id);
    if (organ === undefined) return null;
    const isThere = organ.validTo === null || organ.validTo > lastDayOf(reportYear);
    if (!organ.isGovernment && (isThere || organ.isListed)) return id;
    const heir: string | null = isThere ? null : heirOf(organ);
    id = heir ?? (organ.isGovernment ? organ.officeId : organ.governmentId);
  }
  return null;
}
