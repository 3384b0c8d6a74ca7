import type { ApplicationAct } from '@zhaoshi/domain/application/act';
import type { ApplicationState } from '@zhaoshi/domain/application/application-state';
import { refuseUnsaidGrounds } from '@zhaoshi/domain/application/released-grounds';
import { fieldsOfDraft } from '@zhaoshi/domain/letter/act-letters';
import type { Kysely } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { CaseRow } from '../../db/queries/application-case.ts';
import type { Schema } from '../../db/schema.ts';
import { lastDraftTexts } from './show-case.ts';
import { showCaseFiles } from './show-case-files.ts';

/**
 * Why the drafted reply cannot be submitted or approved over the files that go out with it; `null` when it can. A draft
 * itself is kept as it is written.
 */
export async function refuseUnsaid(
  database: Kysely<Schema>,
  { row, state }: { readonly row: CaseRow; readonly state: ApplicationState },
  { type }: Pick<ApplicationAct, 'type'>,
  box: SecretBox,
): Promise<string | null> {
  if ((type !== 'submitReply' && type !== 'approveReply') || state.draft === null) return null;
  const ids = { regionId: row.region_id, applicationId: row.application_id };
  const files = await showCaseFiles(database, row, box);
  const released = files.filter(({ row: { use } }) => use === 'released');
  const { grounds = '' } = fieldsOfDraft(await lastDraftTexts(database, ids, box));
  const problem = refuseUnsaidGrounds(
    released.map(({ name, redaction }) => ({ name, marks: redaction?.marks ?? [] })),
    { outcome: state.draft.outcome, grounds },
  );
  return problem?.message ?? null;
}
