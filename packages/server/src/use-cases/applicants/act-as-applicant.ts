import type { Rejection } from '@zhaoshi/contract/problems';
import type { Command } from '@zhaoshi/domain/application/decide-act';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { APPLICANT_ACTOR, type ApplicationIds, lockCase } from '../../db/queries/application-case.ts';
import { actOnCase, loadState } from '../applications/act-on-case.ts';
import { addCaseFiles, type CaseFileRef } from '../applications/add-case-files.ts';
import { applicantChange } from './applicant-change.ts';
import type { ApplicantContext } from './draft.ts';

/**
 * Does an act of the applicant on their own case, by the same table and the same rules as every act of an officer.
 *
 * @param files that were uploaded with it and belong to nothing yet
 * @param version of the case as it was shown: sent twice, the second finds it changed
 */
export async function actAsApplicant(
  context: ApplicantContext,
  { regionId, applicationId }: ApplicationIds,
  command: Command,
  version: number,
  files: readonly CaseFileRef[] = [],
): Promise<Result<null, Rejection>> {
  const { now, newId, services } = context;
  return await applicantChange(
    context,
    'application.actAsApplicant',
  )(async (transaction) => {
    const row = await lockCase(transaction, { regionId, applicationId });
    if (row === undefined) return err({ code: 'not-found' });
    if (row.version !== version) return err({ code: 'stale', current: null });
    const loaded = await loadState(transaction, row, now());
    const actor = { id: APPLICANT_ACTOR, roles: ['applicant'] } as const;
    const done = await actOnCase(transaction, loaded, command, actor, {
      now,
      newId,
      box: services.secretBox,
    });
    if (!done.ok) return done;
    const added = await addCaseFiles(
      transaction,
      { regionId, organId: row.organ_id, applicationId },
      files,
      now(),
    );
    if (!added.ok) return added;
    return ok({
      value: null,
      subject: `application/${applicationId}`,
      organPath: row.path,
      details: {
        act: command.act.type,
        before: { status: row.status },
        after: { status: done.value.state.status },
        ...(files.length > 0 && { files: files.length }),
      },
    });
  });
}
