import type { ProblemCode } from '@zhaoshi/contract/problems';
import { plantCase } from './application-samples.ts';
import { plantPosting, plantPromotable, TODAY } from './channel-samples.ts';
import { callWith, type Provoke } from './common-problems.ts';
import { plantDocument } from './document-samples.ts';
import { afterwards, onceMore, unpublished, unscanned, village } from './problem-ways.ts';
import { plantAmendment } from './record-amendment-samples.ts';

/** The bytes of the evidence are no longer in the storage. */
const evidenceGone = afterwards<{ readonly amendmentId: string }>(
  async ({ database, services }, { amendmentId }) => {
    const { storage_key } = await database.server
      .selectFrom('file')
      .innerJoin('record_amendment_file', 'record_amendment_file.file_id', 'file.file_id')
      .select('storage_key')
      .where('amendment_id', '=', amendmentId)
      .executeTakeFirstOrThrow();
    await services.files.storage.remove(storage_key);
  },
);

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

/** The letter of a request that nobody has decided. */
const undecidedAmendment: Provoke = async ({ usual }, subject) => {
  const { regionId, amendmentId } = await plantAmendment(usual, usual.county);
  const params = { regionId, amendmentId };
  return await callWith(usual, subject, { request: { params }, headers: { 'if-match': '"1"' } });
};

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
    'recordAmendment.deliver': { 'state-refuses': undecidedAmendment },
    'recordAmendment.register': { 'state-refuses': village('disclosureOfficer') },
    'recordAmendment.caseFile': { 'state-refuses': undecidedAmendment, unavailable: evidenceGone },
  };
