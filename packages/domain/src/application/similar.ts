import type { CivilDate } from '../kernel/civil-date.ts';
import { bigramNumbers } from '../search/fold.ts';
import {
  type Described,
  describedTime,
  documentNumbers,
  foldDescription,
  sharedNumbers,
  timesOverlap,
} from './described.ts';
import { periodOf } from './filing-period.ts';

/** A case as the comparison sees it; `applicantKey` tells applicants apart, not who they are. */
export interface ComparedCase {
  readonly applicationId: string;
  readonly registrationNumber: string;
  readonly applicantKey: string;
  readonly organId: string;
  readonly description: string;
  /** Day of the reply; `null` while it is open. */
  readonly repliedOn: CivilDate | null;
}

export type SimilarKind =
  /** Same applicant, same organ, same content, replied: perhaps repeated (条例36(6)). */
  | 'duplicate'
  /** The same, and the earlier one is still open. */
  | 'sameApplicantOpen'
  /** Another applicant asks for the same: perhaps to be published (条例44¶1). */
  | 'sameMatter';

/** The machine suggests and says why; whether it is so is decided by a person (applications.md §14). */
export interface SimilarCase {
  readonly kind: SimilarKind;
  readonly applicationId: string;
  readonly registrationNumber: string;
  /** 0 … 100 */
  readonly likeness: number;
  readonly reasons: readonly string[];
}

/** Likeness in percent from which cases are shown [U]; lower where a 文号 is the same. */
const LIKE = { sameApplicant: 80, others: 70, withSameNumber: 35 } as const;

/** Dice's coefficient of the pairs of neighbouring characters, in percent. */
function likenessOf(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const known = new Set(a);
  const common = b.filter((pair) => known.has(pair)).length;
  return Math.round((200 * common) / (a.length + b.length));
}

interface Prepared extends Described {
  readonly folded: string;
  readonly pairs: readonly number[];
}

function prepare(description: string): Prepared {
  const folded = foldDescription(description);
  return {
    folded,
    pairs: bigramNumbers(folded),
    numbers: documentNumbers(description),
    time: describedTime(description),
  };
}

const isAnswered = ({ repliedOn }: ComparedCase): boolean => repliedOn !== null;

function kindOf(asked: ComparedCase, other: ComparedCase): SimilarKind | null {
  if (asked.applicantKey !== other.applicantKey) return 'sameMatter';
  // Another organ's earlier reply does not make an application repeated (规范).
  if (asked.organId !== other.organId) return null;
  return isAnswered(other) ? 'duplicate' : 'sameApplicantOpen';
}

function reasonsFor(kind: SimilarKind, other: ComparedCase, found: readonly string[]): readonly string[] {
  const who =
    kind === 'sameMatter'
      ? '不同申请人申请相同的信息，可以考虑转为主动公开（条例第四十四条）'
      : kind === 'duplicate'
        ? `同一申请人向本机关申请过，已于${other.repliedOn ?? ''}答复（条例第三十六条第（六）项）`
        : '同一申请人向本机关申请的相同内容正在办理';
  return [who, ...found];
}

function contentReasons(a: Prepared, b: Prepared, likeness: number): readonly string[] {
  const numbers = sharedNumbers(a.numbers, b.numbers);
  const bothTimed = a.time.length > 0 && b.time.length > 0;
  return [
    a.folded === b.folded ? '描述文字相同' : `描述文字相似度${likeness}%`,
    ...(numbers.length > 0 ? [`文号相同：${numbers.join('、')}`] : []),
    ...(bothTimed ? [`时间范围有重合：${b.time.join('、')}`] : []),
  ];
}

function compare(asked: ComparedCase, mine: Prepared, other: ComparedCase): SimilarCase | null {
  const kind = kindOf(asked, other);
  if (kind === null) return null;
  const theirs = prepare(other.description);
  // Minutes of 2021 and minutes of 2022 are not the same information, however alike the words.
  if (!timesOverlap(mine.time, theirs.time)) return null;
  const sameNumber = sharedNumbers(mine.numbers, theirs.numbers).length > 0;
  // Two documents that are both named and differ are two pieces of information.
  if (!sameNumber && mine.numbers.length > 0 && theirs.numbers.length > 0) return null;
  const likeness = likenessOf(mine.pairs, theirs.pairs);
  const least = kind === 'sameMatter' ? LIKE.others : LIKE.sameApplicant;
  if (likeness < (sameNumber ? LIKE.withSameNumber : least)) return null;
  const { applicationId, registrationNumber } = other;
  const reasons = reasonsFor(kind, other, contentReasons(mine, theirs, likeness));
  return { kind, applicationId, registrationNumber, likeness, reasons };
}

/** Cases that may be the same as the one asked about, the most alike first. */
export function similarCases(asked: ComparedCase, others: readonly ComparedCase[]): readonly SimilarCase[] {
  const mine = prepare(asked.description);
  return others
    .filter(({ applicationId }) => applicationId !== asked.applicationId)
    .map((other) => compare(asked, mine, other))
    .filter((found) => found !== null)
    .toSorted((a, b) => b.likeness - a.likeness);
}

/**
 * How many different applicants have asked for the same, the asking one counted; from the second on the office is
 * offered to publish (applications.md §14).
 */
export function differentApplicants(
  asked: ComparedCase,
  others: readonly ComparedCase[],
  found: readonly SimilarCase[],
): number {
  const like = new Set(found.map(({ applicationId }) => applicationId));
  const keys = others.filter(({ applicationId }) => like.has(applicationId)).map((one) => one.applicantKey);
  return new Set([asked.applicantKey, ...keys]).size;
}

/** Applications that one applicant sent in a period. */
export interface Filings {
  readonly applicantKey: string;
  /** "2026-03", or "2026年第一季度" */
  readonly period: string;
  readonly count: number;
}

/** Counts per applicant and period, the most first: a signal of number and frequency (条例35), not a rule. */
export function filingsBy(
  applications: readonly { readonly applicantKey: string; readonly receiptDate: CivilDate }[],
  by: 'month' | 'quarter',
): readonly Filings[] {
  const counts = new Map<string, Filings>();
  for (const { applicantKey, receiptDate } of applications) {
    const period = periodOf(receiptDate, by);
    const key = JSON.stringify([applicantKey, period]);
    counts.set(key, { applicantKey, period, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count || (a.period < b.period ? -1 : 1));
}
