import type { ProblemCode } from '@zhaoshi/contract/problems';
import type { World } from './api-world.ts';
import { setStatus } from './application-file-samples.ts';
import { callWith, type Provoke, type Subject, someoneWhoMay } from './common-problems.ts';
import { again, noFile, unscanned, uploaded } from './problem-ways.ts';
import { pdf } from './sample-files.ts';

interface FileParams {
  readonly applicationId: string;
  readonly fileId: string;
}

/** The sample's own call, after something happened to its case or file. */
const after =
  (happen: (world: World, params: FileParams) => Promise<unknown>): Provoke =>
  async ({ usual }, { route, sample }: Subject) => {
    const person = await someoneWhoMay(usual, { route, sample });
    const { request, headers } = await sample.prepare(usual, person.home, person.accountId);
    const { params } = request as { readonly params: FileParams };
    await happen(usual, params);
    return await usual.call(route, request as never, person.cookie, headers);
  };

const archived = after((world, { applicationId }) => setStatus(world, applicationId, 'archived'));

const open = after((world, { applicationId }) => setStatus(world, applicationId, 'processing'));

const anyBytesGone = after(async ({ database, services }, { applicationId }) => {
  const { storage_key } = await database.server
    .selectFrom('file')
    .innerJoin('application_file', 'application_file.file_id', 'file.file_id')
    .select('storage_key')
    .where('application_id', '=', applicationId)
    .executeTakeFirstOrThrow();
  await services.files.storage.remove(storage_key);
});

const bytesGone = after(async ({ database, services }, { fileId }) => {
  const { storage_key } = await database.server
    .selectFrom('file')
    .select('storage_key')
    .where('file_id', '=', fileId)
    .executeTakeFirstOrThrow();
  await services.files.storage.remove(storage_key);
});

/** Not a kind of file that can be drawn. */
const otherKind = after(async ({ database }, { fileId }) => {
  await database.owner
    .updateTable('file')
    .set({ media_type: 'application/msword' })
    .where('file_id', '=', fileId)
    .execute();
});

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
