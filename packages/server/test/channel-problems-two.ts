import type { ProblemCode } from '@zhaoshi/contract/problems';
import { plantCase } from './application-samples.ts';
import { plantPosting, plantPromotable, TODAY } from './channel-samples.ts';
import { callWith, type Provoke, someoneWhoMay } from './common-problems.ts';
import { plantDocument } from './document-samples.ts';

/** Whatever is asked of a document that was never published. */
const unpublished: Provoke = async ({ usual }, subject) =>
  await callWith(usual, subject, { request: { params: await plantDocument(usual, usual.county) } });

/** What was never published goes up on a board. */
const postsDraft: Provoke = async ({ usual }, subject) => {
  const { documentId } = await plantDocument(usual, usual.county);
  return await callWith(usual, subject, { request: { body: { documentId, postedOn: TODAY } } });
};

/** A board where something still hangs is given up. */
const givenUp: Provoke = async ({ usual }, subject) => {
  const { board } = await plantPosting(usual, usual.county);
  const body = { place: '便民服务中心', keeper: '', isClosed: true };
  return await callWith(usual, subject, { request: { params: board, body } });
};

/** The same once more, in the version that it led to. */
const onceMore: Provoke = async ({ usual }, { route, sample }) => {
  const { accountId, cookie, home } = await someoneWhoMay(usual, { route, sample });
  const { request, headers } = await sample.prepare(usual, home, accountId);
  const first = await usual.call(route, request as never, cookie, headers);
  if (first.status !== 200) throw new Error(JSON.stringify(first.body));
  return await usual.call(route, request as never, cookie, {
    ...headers,
    'if-match': `"${String(first.body['version'])}"`,
  });
};

/** A case of which nobody decided that its information is published (条例44). */
const undecided: Provoke = async ({ usual }, subject) => {
  const { applicationId } = await plantCase(usual, usual.county);
  const body = { title: '养护资金分配方案', applicationIds: [applicationId], files: [] };
  return await callWith(usual, subject, { request: { body } });
};

/** The file that was released is not in the storage any more. */
const releasedBytesGone: Provoke = async ({ usual }, subject) => {
  const { applicationId } = await plantPromotable(usual, usual.county);
  const { file_id: fileId, storage_key } = await usual.database.server
    .selectFrom('file')
    .innerJoin('application_file', 'application_file.file_id', 'file.file_id')
    .select(['file.file_id', 'storage_key'])
    .where('application_id', '=', applicationId)
    .executeTakeFirstOrThrow();
  await usual.services.files.storage.remove(storage_key);
  const files = [{ applicationId, fileId, name: '分配方案' }];
  const body = { title: '养护资金分配方案', applicationIds: [applicationId], files };
  return await callWith(usual, subject, { request: { body } });
};

/** A photo that the scanner of viruses cannot look at. */
const unscanned: Provoke = async ({ silent }, subject) => await callWith(silent, subject);

export const CHANNEL_PROBLEMS_TWO: Readonly<Record<string, Readonly<Partial<Record<ProblemCode, Provoke>>>>> =
  {
    'promotion.create': { 'state-refuses': undecided, unavailable: releasedBytesGone },
    'noticeBoard.edit': { 'state-refuses': givenUp },
    'noticeBoard.showing': { 'state-refuses': unpublished },
    'noticeBoard.post': { 'state-refuses': postsDraft },
    'noticeBoard.takeDown': { 'state-refuses': onceMore },
    'noticeBoard.uploadPhoto': { unavailable: unscanned },
    'poster.file': { 'state-refuses': unpublished },
    'recordAmendment.decide': { 'state-refuses': onceMore },
  };
