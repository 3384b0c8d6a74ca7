import type { Rejection } from '@zhaoshi/contract/problems';
import type { applicationFileRoutes } from '@zhaoshi/contract/routes/application-files';
import { refuseAddition } from '@zhaoshi/domain/application/case-files';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { CaseFileRow } from '../../db/queries/case-files.ts';
import { exportCaseFile } from '../../use-cases/applications/case-file/export-case-file.ts';
import { findCaseFile } from '../../use-cases/applications/case-file-content.ts';
import {
  addCaseFile,
  type CaseFileIds,
  releaseCaseFile,
  removeCaseFile,
} from '../../use-cases/applications/change-case-files.ts';
import { redactCaseFile } from '../../use-cases/applications/redact-case-file.ts';
import {
  letterFieldsOf,
  type ShownFile,
  showCaseFiles,
} from '../../use-cases/applications/show-case-files.ts';
import { reachedCase } from './applications.ts';
import { attachmentHeader } from './content-disposition.ts';
import { sendFile } from './file-bytes.ts';
import { takeUpload } from './files.ts';
import type { Handlers, ReadContext } from './handler.ts';
import { aFewAtATime, pageImageOf, pagesOf, textsFoundIn } from './look-into-file.ts';

const presentFile = ({ row, name, sha256, redaction, staysBecause }: ShownFile) => ({
  fileId: row.file_id,
  use: row.use,
  name,
  sha256,
  mediaType: row.media_type,
  size: row.size,
  isEncrypted: row.is_encrypted,
  addedAt: row.added_at.toISOString(),
  redaction: redaction && {
    sourceFileId: redaction.row.source_file_id,
    sourceName: redaction.sourceName,
    madeBy: redaction.row.display_name ?? '',
    madeAt: redaction.row.made_at.toISOString(),
    releasedAt: redaction.row.released_at?.toISOString() ?? null,
    marks: [...redaction.marks],
    notes: [...redaction.notes],
    repeated: redaction.repeated.map(({ label, pages }) => ({ label, pages: [...pages] })),
  },
  staysBecause,
});

/** A file of a case within reach; anything else is not there. */
async function reachedFile(context: ReadContext, ids: CaseFileIds): Promise<Result<CaseFileRow, Rejection>> {
  const found =
    (await reachedCase(context, ids)) === undefined ? undefined : await findCaseFile(context.database, ids);
  return found === undefined ? err({ code: 'not-found' }) : ok(found);
}

export const applicationFileHandlers: Handlers<typeof applicationFileRoutes> = {
  upload: (context, { params }) => takeUpload(context, params, true),
  list: async (context, { params }) => {
    const row = await reachedCase(context, params);
    if (row === undefined) return err({ code: 'not-found' });
    const files = await showCaseFiles(context.database, row, context.services.secretBox);
    return ok({
      files: files.map(presentFile),
      letterFields: { ...letterFieldsOf(files) },
      releaseRefused: refuseAddition(row.status, 'released'),
      additionRefused: refuseAddition(row.status, 'evidence'),
      abilities: context.abilities(row.path),
    });
  },
  add: (context, { params, body }) => addCaseFile(context, { ...params, ...body }),
  remove: (context, { params }) => removeCaseFile(context, params),
  release: (context, { params }) => releaseCaseFile(context, params),
  download: async (context, { params }) => {
    const row = await reachedFile(context, params);
    return row.ok ? await sendFile(context, row.value) : row;
  },
  pages: async (context, { params }) => {
    const row = await reachedFile(context, params);
    return row.ok ? await pagesOf(context, row.value) : row;
  },
  page: async (context, { params, query }) => {
    const row = await reachedFile(context, params);
    return row.ok ? await pageImageOf(context, row.value, { ...params, ...query }) : row;
  },
  findText: async (context, { params, body }) => {
    const row = await reachedFile(context, params);
    if (!row.ok) return row;
    const found = await textsFoundIn(context, row.value, body.words);
    if (!found.ok) return found;
    const { areas, unsearchedPages } = found.value;
    return ok({ areas: [...areas], unsearchedPages: [...unsearchedPages] });
  },
  redact: async (context, { params, body }) => {
    const source = await reachedFile(context, params);
    if (!source.ok) return source;
    return await aFewAtATime(context, () => redactCaseFile(context, source.value, { ...params, ...body }));
  },
  caseFile: async (context, { params }) => {
    const exported = await exportCaseFile(context, params);
    if (!exported.ok) return exported;
    const { registrationNumber, content } = exported.value;
    const headers = {
      'content-type': 'application/zip',
      'content-disposition': attachmentHeader(`${registrationNumber}案卷.zip`),
    };
    return ok({ status: 200, headers, body: content });
  },
};
