import type { Rejection } from '@zhaoshi/contract/problems';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import { figureWords } from '@zhaoshi/domain/statistics/figure';
import { latestOf } from '@zhaoshi/domain/statistics/statistic-entry';
import type { StatisticKind } from '@zhaoshi/domain/statistics/statistic-kinds';
import { entryName, refuseEntering } from '@zhaoshi/domain/statistics/statistic-refusals';
import type { Transaction } from 'kysely';
import { findOrgan, type OrganIds, type OrganRow } from '../../db/queries/organs.ts';
import { type NamedEntry, statisticsOfYear } from '../../db/queries/statistics.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { oneAtATime } from '../one-at-a-time.ts';

/** A village reports nothing of it (条例49). */
export const NO_FIGURES: Rejection = {
  code: 'state-refuses',
  detail: '村（居）民委员会不是行政机关，不填报年度报告的统计数据。',
};

/** A figure as it is entered. */
export interface EnteredFigure {
  readonly kind: StatisticKind;
  readonly month: number;
  readonly unit: string;
  /** Decisions or 分; `null`: there is no such figure. */
  readonly figure: number | null;
  readonly source: string;
  readonly reason: string;
  /** The version that the person saw; `null`: nothing was entered. */
  readonly basedOn: number | null;
}

interface Entering {
  readonly transaction: Transaction<Schema>;
  readonly context: ChangeContext;
  readonly organ: OrganRow;
  readonly year: number;
  /** Everything entered for the year so far, with what this call has entered. */
  readonly entries: NamedEntry[];
}

const at = (index: number, message: string): Rejection => ({
  code: 'invalid',
  errors: [{ pointer: `/figures/${index}/figure`, message }],
});

const isSameCell = (entry: NamedEntry, { kind, month }: EnteredFigure): boolean =>
  entry.kind === kind && entry.month === month;

/** What others entered meanwhile is not written over unseen. */
function refuseStale(found: NamedEntry | undefined, given: EnteredFigure, year: number): Rejection | null {
  const current = found === undefined ? null : latestOf(found).version;
  return current === given.basedOn
    ? null
    : {
        code: 'conflict',
        detail: `${entryName({ ...given, year })}刚被别人填报或者更正过，没有保存任何数字。请刷新后核对再填。`,
      };
}

async function addVersion(
  { transaction, context, organ, year, entries }: Entering,
  found: NamedEntry | undefined,
  { kind, month, unit, figure, source, reason }: EnteredFigure,
): Promise<void> {
  const { caller, now, newId } = context;
  const entryId = found?.entryId ?? newId();
  const { region_id, organ_id } = organ;
  if (found === undefined) {
    const row = { region_id, entry_id: entryId, organ_id, kind, year, month, unit };
    await transaction.insertInto('statistic_entry').values(row).execute();
  }
  const version = {
    version: (found?.versions.length ?? 0) + 1,
    figure,
    source,
    reason,
    enteredBy: caller.accountId,
    enteredByName: caller.displayName,
    enteredAt: now(),
    signedBy: null,
    signedByName: null,
    signedAt: null,
    returnedBy: null,
    returnedByName: null,
    returnedAt: null,
    returnReason: '',
  };
  await transaction
    .insertInto('statistic_version')
    .values({
      region_id,
      entry_id: entryId,
      version: version.version,
      figure,
      source,
      reason,
      entered_by: version.enteredBy,
      entered_at: version.enteredAt,
      signed_by: null,
      signed_at: null,
    })
    .execute();
  const ids = { regionId: region_id, organId: organ_id, entryId };
  const entry = { ...ids, kind, year, month, unit, versions: [...(found?.versions ?? []), version] };
  if (found !== undefined) entries.splice(entries.indexOf(found), 1);
  entries.push(entry);
}

const auditWords = (given: EnteredFigure, year: number): string =>
  `${entryName({ ...given, year })} ${given.figure === null ? '撤销' : figureWords(given.kind, given.figure)}`;

async function enterOne(entering: Entering, given: EnteredFigure, index: number): Promise<Rejection | null> {
  const { entries, year, context } = entering;
  const same = entries.filter((entry) => isSameCell(entry, given));
  const found = same.find(({ unit }) => unit === given.unit);
  const refused = refuseEntering({ ...given, year }, same, civilDateAt(context.now()));
  if (refused !== null) return at(index, refused);
  const stale = refuseStale(found, given, year);
  if (stale !== null) return stale;
  await addVersion(entering, found, given);
  return null;
}

/**
 * Enters figures of a year, all of them or none. Each is a new version; nothing that was entered before is changed, and
 * what was signed off goes on counting until the correction is signed off.
 */
export async function enterFigures(
  context: ChangeContext,
  ids: OrganIds,
  { year, figures }: { readonly year: number; readonly figures: readonly EnteredFigure[] },
): Promise<Result<{ readonly entered: number }, Rejection>> {
  const { change, reaches } = context;
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, ids);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    if (!isOrganInLaw(organ.kind)) return err(NO_FIGURES);
    await oneAtATime(transaction, `statistics ${organ.organ_id}`);
    const entries = [...(await statisticsOfYear(transaction, ids, year))];
    const entering = { transaction, context, organ, year, entries };
    for (const [index, given] of figures.entries()) {
      const refused = await enterOne(entering, given, index);
      if (refused !== null) return err(refused);
    }
    return ok({
      value: { entered: figures.length },
      subject: `statistics/${organ.organ_id}`,
      organPath: organ.path,
      details: {
        year,
        figures: figures.map((given) => auditWords(given, year)),
      },
    });
  });
}
