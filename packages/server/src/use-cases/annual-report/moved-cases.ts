import { isEditable } from '@zhaoshi/domain/annual-report/work/report-status';
import type { Kysely } from 'kysely';
import {
  applicationsMovedSince,
  caseNames,
  disputesMovedSince,
  frozenCaseList,
} from '../../db/queries/frozen-case-list.ts';
import { reportEventOf } from '../../db/queries/report-work.ts';
import type { Schema } from '../../db/schema.ts';
import { type FrozenCase, frozenCounting } from './frozen-cases.ts';
import type { LoadedReport } from './loaded-report.ts';

type Register = FrozenCase['register'];

/** Where each case of a register is counted, as text that can be compared. */
function placesOf(cases: readonly FrozenCase[], register: Register): ReadonlyMap<string, string> {
  const ofRegister = Map.groupBy(
    cases.filter((one) => one.register === register),
    ({ caseId }) => caseId,
  );
  return new Map(
    [...ofRegister].map(([id, same]) => [
      id,
      same
        .map(({ place }) => place)
        .toSorted()
        .join('\n'),
    ]),
  );
}

/** Cases that were counted and are not, or elsewhere; and cases that are counted now and were not. */
function compared(frozen: readonly FrozenCase[], now: readonly FrozenCase[], register: Register) {
  const [before, after] = [placesOf(frozen, register), placesOf(now, register)];
  return {
    moved: [...before].flatMap(([id, place]) => (after.get(id) === place ? [] : [id])),
    added: [...after.keys()].filter((id) => !before.has(id)),
  };
}

type Restated = Pick<LoadedReport, 'key' | 'organs' | 'version' | 'work' | 'events' | 'state' | 'region'>;

/**
 * What is no longer registered as the published figures count it, by name: changed while these were being corrected, when
 * the register is open. Giving the correction up would leave figures that are frozen and not so registered (good order;
 * AR-PUB-04, AR-SRC-01). What was only received since is no such change: it would have been let in at any time (条例31).
 *
 * @returns none of a report that is not being corrected, and of figures that came from no cases
 */
export async function movedCases(
  database: Kysely<Schema>,
  { key, organs, version, work, events, state, region }: Restated,
  now: Date,
): Promise<readonly string[]> {
  const begun = events.map(reportEventOf).findLast((event) => event.type === 'restate');
  const isRestating = state.restatedSince !== null && isEditable(state.status);
  if (
    work === undefined ||
    region !== null ||
    begun === undefined ||
    !isRestating ||
    state.published === null
  ) {
    return [];
  }
  const ids = { regionId: work.region_id, reportId: work.report_id };
  const list = await frozenCaseList(database, ids, state.published.submission);
  if (list === null) return [];
  const frozen = list.map(({ register, case_id: caseId, place }) => ({ register, caseId, place }));
  // A table that was typed as the register counts it was frozen with its cases as well.
  const sourceOf = (table: Register) =>
    frozen.some(({ register }) => register === table) ? 'counted' : begun.draft.sources[table];
  const sources = { t2: sourceOf('t2'), t3: sourceOf('t3'), t4: sourceOf('t4') };
  const { cases } = await frozenCounting(database, organs, {
    reportYear: key.reportYear,
    version,
    sources,
    now,
  });
  const since = new Date(begun.at);
  const [two, three, four] = [
    compared(frozen, cases, 't2'),
    compared(frozen, cases, 't3'),
    compared(frozen, cases, 't4'),
  ];
  const names = await caseNames(database, {
    applicationIds: [...three.moved, ...(await applicationsMovedSince(database, three.added, since))],
    disputeIds: [...four.moved, ...(await disputesMovedSince(database, four.added, since))],
  });
  return [...names, ...(two.moved.length > 0 ? [`表二的${two.moved.length}件文件或者数字`] : [])];
}
