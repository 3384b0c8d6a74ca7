import type { Role } from '@zhaoshi/domain/permission/roles';
import type { Answer, World } from './api-world.ts';
import { callWith, type Provoke, type Subject, someoneWhoMay } from './common-problems.ts';
import { plantDocument } from './document-samples.ts';
import { fileForm } from './file-samples.ts';
import { plantOrgan } from './organ-samples.ts';

/** The sample's own request a second time, with the headers that follow from its first answer; the first must succeed. */
export const again =
  (headersAfter: (first: Answer) => Readonly<Record<string, string>> = () => ({})): Provoke =>
  async ({ usual }, { route, sample }) => {
    const { accountId, cookie, home } = await someoneWhoMay(usual, { route, sample });
    const { request, headers } = await sample.prepare(usual, home, accountId);
    const first = await usual.call(route, request as never, cookie, headers);
    if (first.status !== 200) throw new Error(JSON.stringify(first.body));
    return await usual.call(route, request as never, cookie, { ...headers, ...headersAfter(first) });
  };

/** The same once more, in the version that it led to. */
export const onceMore = again(({ body }) => ({ 'if-match': `"${String(body['version'])}"` }));

/** Until one finds the places of its person taken: a quick machine answers the first before the last have come. */
const CROWDS = [6, 24, 96];

/** More files at once than are read of one person. */
export const manyAtOnce: Provoke = async ({ usual }, { route, sample }) => {
  const { accountId, cookie, home } = await someoneWhoMay(usual, { route, sample });
  const { request, headers } = await sample.prepare(usual, home, accountId);
  const call = () => usual.call(route, request as never, cookie, headers);
  for (const crowd of CROWDS) {
    const answers = await Promise.all(Array.from({ length: crowd }, call));
    const refused = answers.find(({ status }) => status === 503);
    if (refused !== undefined) return refused;
  }
  throw new Error('however many files at once were all read');
};

/** A file of this name and content in the place of the sample's. */
export const uploaded =
  (name: string, content: Buffer): Provoke =>
  async ({ usual }, subject) => {
    const { body, type } = fileForm(name, content);
    return await callWith(usual, subject, { request: { body }, headers: { 'content-type': type } });
  };

/** A form without a file. */
export const noFile: Provoke = async ({ usual }, subject) =>
  await callWith(usual, subject, { request: { body: Buffer.from('') } });

/** A file that the scanner of viruses cannot look at. */
export const unscanned: Provoke = async ({ silent }, subject) => await callWith(silent, subject);

/** A village is no organ in law: it answers no applications, keeps no catalogue and has no guide. */
export const village =
  (role: Role): Provoke =>
  async ({ usual }, subject) => {
    const home = await plantOrgan(usual, usual.township, 'village');
    return await callWith(usual, subject, {
      request: { params: { regionId: home.regionId, organId: home.organId } },
      cookie: await usual.signedIn(home, role),
    });
  };

/** Whatever is asked of a document that was never published, in its first version. */
export const unpublished: Provoke = async ({ usual }, subject) =>
  await callWith(usual, subject, { request: { params: await plantDocument(usual, usual.county) } });

/** The sample's own call, after something happened to its case or file. */
export const afterwards =
  <Params>(happen: (world: World, params: Params) => Promise<unknown>): Provoke =>
  async ({ usual }, { route, sample }: Subject) => {
    const person = await someoneWhoMay(usual, { route, sample });
    const { request, headers } = await sample.prepare(usual, person.home, person.accountId);
    const { params } = request as { readonly params: Params };
    await happen(usual, params);
    return await usual.call(route, request as never, person.cookie, headers);
  };

/** The bytes of the file are not in the storage. */
export const bytesGone = afterwards<{ readonly fileId: string }>(
  async ({ database, services }, { fileId }) => {
    const { storage_key } = await database.server
      .selectFrom('file')
      .select('storage_key')
      .where('file_id', '=', fileId)
      .executeTakeFirstOrThrow();
    await services.files.storage.remove(storage_key);
  },
);

/** Not a kind of file that can be drawn. */
export const otherKind = afterwards<{ readonly fileId: string }>(async ({ database }, { fileId }) => {
  await database.owner
    .updateTable('file')
    .set({ media_type: 'application/msword' })
    .where('file_id', '=', fileId)
    .execute();
});
