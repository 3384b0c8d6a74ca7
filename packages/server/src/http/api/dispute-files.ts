import type { Rejection } from '@zhaoshi/contract/problems';
import type { disputeFileRoutes } from '@zhaoshi/contract/routes/dispute-files';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { type DisputeFileRow, disputeFileRows } from '../../db/queries/dispute-files.ts';
import { type DisputeIds, type FoundDispute, findDispute } from '../../db/queries/disputes.ts';
import {
  addDisputeFile,
  openCounterpart,
  removeDisputeFile,
} from '../../use-cases/disputes/dispute-files.ts';
import { fileFacts } from '../../use-cases/files/sealed-file.ts';
import { sendFile } from './file-bytes.ts';
import { takeUpload } from './files.ts';
import type { Handlers, ReadContext } from './handler.ts';

/** A dispute within reach; anything else is not there. */
async function reachedDispute(
  { database, reaches }: ReadContext,
  ids: DisputeIds,
): Promise<Result<FoundDispute, Rejection>> {
  const found = await findDispute(database, ids);
  return found !== undefined && reaches(found.path) ? ok(found) : err({ code: 'not-found' });
}

function presentFile({ services }: ReadContext, row: DisputeFileRow) {
  const { name, sha256 } = fileFacts(services.secretBox, row);
  return {
    fileId: row.file_id,
    kind: row.kind,
    name,
    datedOn: row.dated_on,
    number: row.number,
    counterpart: openCounterpart(services.secretBox, row),
    size: row.size,
    sha256,
    addedBy: row.display_name,
    addedAt: row.added_at.toISOString(),
  };
}

// The contract has checked that it is a day.
const day = (text: string): CivilDate => text as CivilDate;

export const disputeFileHandlers: Handlers<typeof disputeFileRoutes> = {
  upload: (context, { params }) => takeUpload(context, params, true),
  list: async (context, { params }) => {
    const found = await reachedDispute(context, params);
    if (!found.ok) return found;
    const rows = await disputeFileRows(context.database, params);
    return ok({
      files: rows.map((row) => presentFile(context, row)),
      abilities: context.abilities(found.value.path),
    });
  },
  add: (context, { params, body: { datedOn, ...body } }) =>
    addDisputeFile(context, { ...params, ...body, datedOn: day(datedOn) }),
  remove: (context, { params, body }) => removeDisputeFile(context, params, body.reason),
  download: async (context, { params: { fileId, ...ids } }) => {
    const found = await reachedDispute(context, ids);
    if (!found.ok) return found;
    const row = (await disputeFileRows(context.database, ids)).find(({ file_id }) => file_id === fileId);
    return row === undefined ? err({ code: 'not-found' }) : await sendFile(context, row);
  },
};
