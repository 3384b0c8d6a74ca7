import type { ProblemCode } from '@zhaoshi/contract/problems';
import { TODAY } from './channel-samples.ts';
import { callWith, type Provoke } from './common-problems.ts';
import { plantDocument } from './document-samples.ts';
import { again, onceMore, unpublished, unscanned } from './problem-ways.ts';

/** A body that names a document of which nothing is public. */
const ofDraft =
  (bodyOf: (documentId: string) => object): Provoke =>
  async ({ usual }, subject) => {
    const { documentId } = await plantDocument(usual, usual.county);
    return await callWith(usual, subject, { request: { body: bodyOf(documentId) } });
  };

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
      unavailable: unscanned,
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
    'handover.receive': { 'state-refuses': onceMore },
    'newMedia.article': { 'state-refuses': unpublished },
    'newMedia.articleFile': { 'state-refuses': unpublished },
    'newMedia.post': { 'state-refuses': ofDraft((documentId) => ({ documentId })) },
    // Only what failed is sent again.
    'newMedia.note': {
      'state-refuses': async ({ usual }, subject) =>
        await callWith(usual, subject, { request: { body: { state: 'waiting' } } }),
    },
  };
