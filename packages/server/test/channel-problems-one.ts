import type { ProblemCode } from '@zhaoshi/contract/problems';
import { TODAY } from './channel-samples.ts';
import { callWith, type Provoke, someoneWhoMay } from './common-problems.ts';
import { plantDocument } from './document-samples.ts';

/** The sample's own request a second time; the first must succeed. */
const again =
  (headers: Readonly<Record<string, string>> = {}): Provoke =>
  async ({ usual }, { route, sample }) => {
    const { accountId, cookie, home } = await someoneWhoMay(usual, { route, sample });
    const right = await sample.prepare(usual, home, accountId);
    const first = await usual.call(route, right.request as never, cookie, right.headers);
    if (first.status !== 200) throw new Error(JSON.stringify(first.body));
    return await usual.call(route, right.request as never, cookie, { ...right.headers, ...headers });
  };

/** A body that names a document of which nothing is public. */
const ofDraft =
  (bodyOf: (documentId: string) => object): Provoke =>
  async ({ usual }, subject) => {
    const { documentId } = await plantDocument(usual, usual.county);
    return await callWith(usual, subject, { request: { body: bodyOf(documentId) } });
  };

/** The article of a draft. */
const draft: Provoke = async ({ usual }, subject) =>
  await callWith(usual, subject, { request: { params: await plantDocument(usual, usual.county) } });

export const CHANNEL_PROBLEMS_ONE: Readonly<Record<string, Readonly<Partial<Record<ProblemCode, Provoke>>>>> =
  {
    'gazette.make': {
      'state-refuses': ofDraft((documentId) => ({
        year: 2026,
        number: 999,
        total: null,
        datedOn: TODAY,
        documentIds: [documentId],
      })),
      // The same number of the same year.
      conflict: again(),
      // The file of the issue is scanned like any other before it is kept.
      unavailable: async ({ silent }, subject) => await callWith(silent, subject),
    },
    'handover.make': {
      'state-refuses': ofDraft((documentId) => ({
        place: 'library',
        receiver: '示范县图书馆',
        on: TODAY,
        documentIds: [documentId],
      })),
    },
    // A handover has one receipt.
    'handover.receive': { 'state-refuses': again({ 'if-match': '"2"' }) },
    'newMedia.article': { 'state-refuses': draft },
    'newMedia.articleFile': { 'state-refuses': draft },
    'newMedia.post': { 'state-refuses': ofDraft((documentId) => ({ documentId })) },
    // Only what failed is sent again.
    'newMedia.note': {
      'state-refuses': async ({ usual }, subject) =>
        await callWith(usual, subject, { request: { body: { state: 'waiting' } } }),
    },
  };
