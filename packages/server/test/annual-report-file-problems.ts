import type { ProblemCode } from '@zhaoshi/contract/problems';
import { FRESH_SECOND_FACTOR_MINUTES } from '@zhaoshi/domain/identity/fresh-second-factor';
import { MINUTE_MS } from '@zhaoshi/domain/kernel/durations';
import { type Provoke, someoneWhoMay } from './common-problems.ts';
import { plantFile } from './file-samples.ts';
import { bytesGone } from './problem-ways.ts';
import { pdf } from './sample-files.ts';

interface Entry {
  readonly params: object;
  readonly body: { readonly fileId: string; readonly sha256: string };
}

/** The sample's entry with something else in its body. */
const entering =
  (change: (body: Entry['body']) => Promise<object> | object): Provoke =>
  async ({ usual }, { route, sample }) => {
    const { accountId, cookie, home } = await someoneWhoMay(usual, { route, sample });
    const { request } = await sample.prepare(usual, home, accountId);
    const { params, body } = request as Entry;
    const changed = { params, body: { ...body, ...(await change(body)) } };
    return await usual.call(route, changed as never, cookie);
  };

/** A file that is no report that can be read, of the caller’s own organ. */
const broken: Provoke = async ({ usual }, { route, sample }) => {
  const { accountId, cookie, home } = await someoneWhoMay(usual, { route, sample });
  const { request } = await sample.prepare(usual, home, accountId);
  const { regionId, fileId } = await plantFile(usual, home, { content: pdf() });
  const { params, body } = request as Partial<Entry>;
  const changed =
    body === undefined ? { params: { regionId, fileId } } : { params, body: { ...body, fileId } };
  return await usual.call(route, changed as never, cookie);
};

const brokenBeside: Provoke = async ({ usual }, { route, sample }) => {
  const { accountId, cookie, home } = await someoneWhoMay(usual, { route, sample });
  const { request } = await sample.prepare(usual, home, accountId);
  const { fileId } = await plantFile(usual, home, { content: pdf() });
  const { params } = request as Pick<Entry, 'params'>;
  return await usual.call(route, { params: { ...params, fileId } } as never, cookie);
};

const gone: Provoke = async (worlds, subject) => {
  const { database, services } = worlds.usual;
  return await entering(async ({ fileId }) => {
    const { storage_key } = await database.server
      .selectFrom('file')
      .select('storage_key')
      .where('file_id', '=', fileId)
      .executeTakeFirstOrThrow();
    await services.files.storage.remove(storage_key);
    return {};
  })(worlds, subject);
};

/** Somebody who signed in too long ago makes an old report public. */
const longAgo: Provoke = async ({ usual }, { route, sample }) => {
  const { accountId, cookie, home } = await someoneWhoMay(usual, { route, sample });
  const { request } = await sample.prepare(usual, home, accountId);
  const before = usual.database.context.now().getTime() - 2 * FRESH_SECOND_FACTOR_MINUTES * MINUTE_MS;
  await usual.database.server
    .updateTable('session')
    .set({ created_at: new Date(before) })
    .where('account_id', '=', accountId)
    .execute();
  const { params, body } = request as Entry;
  return await usual.call(route, { params, body: { ...body, as: 'published' } } as never, cookie);
};

const ENTRY = {
  'state-refuses': entering(() => ({ sha256: 'a'.repeat(64) })),
  'unsupported-type': broken,
  unavailable: gone,
} as const;

export const ANNUAL_REPORT_FILE_PROBLEMS: Readonly<
  Record<string, Readonly<Partial<Record<ProblemCode, Provoke>>>>
> = {
  'annualReportFiles.read': { 'unsupported-type': broken, unavailable: bytesGone },
  'annualReportFiles.besideDraft': { 'unsupported-type': brokenBeside, unavailable: bytesGone },
  'annualReportFiles.enter': { ...ENTRY, 'second-factor-again': longAgo },
  'annualReportFiles.receive': ENTRY,
};
