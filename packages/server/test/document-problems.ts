import type { ProblemCode } from '@zhaoshi/contract/problems';
import { FRESH_SECOND_FACTOR_MINUTES } from '@zhaoshi/domain/identity/fresh-second-factor';
import { MINUTE_MS } from '@zhaoshi/domain/kernel/durations';
import { callWith, type Provoke } from './common-problems.ts';
import { plantPublished, usualDesk } from './document-desk.ts';
import { plantDocument, sent } from './document-samples.ts';
import { manyAtOnce } from './problem-ways.ts';

/** Somebody changes a text that was submitted. */
const submitted: Provoke = async ({ usual }, subject) => {
  const ids = await plantDocument(usual, usual.county);
  await (await usualDesk(usual, usual.county)).act(ids, 'drafter', { type: 'submit' });
  return await callWith(usual, subject, {
    request: { params: ids, body: { content: sent() } },
    headers: { 'if-match': '"2"' },
  });
};

/** A draft is handed over to the archives. */
const unpublished: Provoke = async ({ usual }, subject) =>
  await callWith(usual, subject, {
    request: { params: await plantDocument(usual, usual.county) },
    headers: { 'if-match': '"1"' },
  });

/** A leader who signed in too long ago takes something down. */
const longAgo: Provoke = async ({ usual }, subject) => {
  const accountId = await usual.newPerson(usual.county, ['leader']);
  const cookie = await usual.sessionOf(accountId);
  const before = new Date(
    usual.database.context.now().getTime() - 2 * FRESH_SECOND_FACTOR_MINUTES * MINUTE_MS,
  );
  await usual.database.server
    .updateTable('session')
    .set({ created_at: before })
    .where('account_id', '=', accountId)
    .execute();
  const { ids } = await plantPublished(usual, usual.county);
  const act = { type: 'withdraw', kind: 'error', hidesExistence: false };
  return await callWith(usual, subject, {
    request: { params: ids, body: { act, texts: { notice: '内容有误，撤回。' } } },
    cookie,
  });
};

export const DOCUMENT_PROBLEMS: Readonly<Record<string, Readonly<Partial<Record<ProblemCode, Provoke>>>>> = {
  'documents.save': { 'state-refuses': submitted },
  'documents.importFile': { unavailable: manyAtOnce },
  'documents.act': { 'state-refuses': unpublished, 'second-factor-again': longAgo },
};
