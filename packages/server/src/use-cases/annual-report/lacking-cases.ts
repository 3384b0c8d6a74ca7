import { lackedEvidence, PROVED_OUTCOMES } from '@zhaoshi/domain/annual-report/live/case-evidence';
import type {
  CaseReference,
  Evidence,
  RegisterFacts,
} from '@zhaoshi/domain/annual-report/rules/register-facts';
import { reportPeriod } from '@zhaoshi/domain/application/table-three';
import { clockRulesFrom } from '@zhaoshi/domain/setting/application-rules';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import type { Kysely } from 'kysely';
import { casesWithOutcomes } from '../../db/queries/application-figures.ts';
import { fileUsesOf } from '../../db/queries/case-files.ts';
import { caseStates } from '../../db/queries/open-cases.ts';
import type { OrganRow } from '../../db/queries/organs.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import type { Schema } from '../../db/schema.ts';

type Lacking = NonNullable<RegisterFacts['lacking']>;

/** Cases that are replayed at once: what an organ has in a year of these outcomes, mostly. */
const AT_ONCE = 500;

/**
 * Cases of a report's organs and year whose file lacks what the law asks for their result (AR-LEG-02…08). The cost follows the
 * year's cases of these outcomes, whatever else the register holds.
 *
 * @returns a list for every kind of evidence, empty where nothing is lacking: it was looked
 */
export async function lackingCases(
  database: Kysely<Schema>,
  organs: readonly Pick<OrganRow, 'path'>[],
  reportYear: number,
): Promise<Lacking> {
  const lacking: LackingLists = {
    reasonsAssessed: [],
    feeNotice: [],
    correctionNotice: [],
    thirdPartyConsultation: [],
    searchLog: [],
    riskAssessment: [],
  };
  for (const { path } of organs) await addLacking(database, path, reportYear, lacking);
  return lacking;
}

type LackingLists = Record<Evidence, CaseReference[]>;

async function addLacking(
  database: Kysely<Schema>,
  path: string,
  reportYear: number,
  lacking: LackingLists,
): Promise<void> {
  const scope = { path, below: false, period: reportPeriod(reportYear) };
  const cases = await casesWithOutcomes(database, scope, PROVED_OUTCOMES);
  const clockRules = clockRulesFrom(settingsAt(path, await chosenSettings(database, path)));
  for (let start = 0; start < cases.length; start += AT_ONCE) {
    const some = cases.slice(start, start + AT_ONCE);
    const ids = some.map((row) => ({ regionId: row.region_id, applicationId: row.application_id }));
    const states = await caseStates(
      database,
      some.map((row) => ({ ...row, clockRules })),
    );
    const uses = await fileUsesOf(database, ids);
    for (const { application_id, registration_number } of some) {
      const state = states.get(application_id);
      const lacked = state === undefined ? null : lackedEvidence(state, uses.get(application_id) ?? []);
      if (lacked !== null) {
        lacking[lacked].push({ id: application_id, registrationNumber: registration_number });
      }
    }
  }
}
