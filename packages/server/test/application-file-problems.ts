import type { ProblemCode } from '@zhaoshi/contract/problems';
import { setStatus } from './application-file-samples.ts';
import { callWith, type Provoke } from './common-problems.ts';
import { afterwards, again, bytesGone, noFile, otherKind, unscanned, uploaded } from './problem-ways.ts';
import { pdf } from './sample-files.ts';

const archived = afterwards<{ readonly applicationId: string }>((world, { applicationId }) =>
  setStatus(world, applicationId, 'archived'),
);

const open = afterwards<{ readonly applicationId: string }>((world, { applicationId }) =>
  setStatus(world, applicationId, 'processing'),
);

const anyBytesGone = afterwards<{ readonly applicationId: string }>(
  async ({ database, services }, { applicationId }) => {
    const { storage_key } = await database.server
      .selectFrom('file')
      .innerJoin('application_file', 'application_file.file_id', 'file.file_id')
      .select('storage_key')
      .where('application_id', '=', applicationId)
      .executeTakeFirstOrThrow();
    await services.files.storage.remove(storage_key);
  },
);

export const APPLICATION_FILE_PROBLEMS: Readonly<
  Record<string, Readonly<Partial<Record<ProblemCode, Provoke>>>>
> = {
  'applicationFile.upload': {
    unavailable: unscanned,
    malformed: noFile,
    'too-large': uploaded('大.pdf', Buffer.concat([pdf(), Buffer.alloc(2 * 1024 * 1024)])),
    'unsupported-type': uploaded('程序.exe', Buffer.from('MZ')),
  },
  'applicationFile.add': { 'state-refuses': archived },
  'applicationFile.remove': { 'state-refuses': archived },
  'applicationFile.release': { 'state-refuses': archived },
  'applicationFile.download': {
    'range-refused': async ({ usual }, subject) =>
      await callWith(usual, subject, { headers: { range: 'bytes=999999-' } }),
    unavailable: bytesGone,
  },
  'applicationFile.pages': { 'unsupported-type': otherKind, unavailable: bytesGone },
  'applicationFile.page': { 'unsupported-type': otherKind, unavailable: bytesGone },
  'applicationFile.findText': { unavailable: bytesGone },
  'applications.caseFile': { 'state-refuses': open, unavailable: anyBytesGone },
  'applicationFile.redact': { 'state-refuses': archived, conflict: again(), unavailable: bytesGone },
};
