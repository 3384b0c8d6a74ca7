import type { ProblemCode } from '@zhaoshi/contract/problems';
import type { documentAttachmentRoutes } from '@zhaoshi/contract/routes/document-attachments';
import type { World, WorldOrgan } from './api-world.ts';
import { SECRET_MARK, sourcePdf } from './application-file-samples.ts';
import { callWith, type Provoke } from './common-problems.ts';
import { usualDesk } from './document-desk.ts';
import { plantDocument } from './document-samples.ts';
import { plantFile } from './file-samples.ts';
import { bytesGone, otherKind } from './problem-ways.ts';
import type { AreaSamples } from './route-sample.ts';

/** A draft of the organ with a file, as the ids of routes. */
export async function plantWithAttachment(
  world: World,
  organ: WorldOrgan,
  { name = '方案.pdf', content = sourcePdf() }: { readonly name?: string; readonly content?: Buffer } = {},
) {
  const { fileId } = await plantFile(world, organ, { name, content });
  return { ...(await plantDocument(world, organ, { attachments: [{ fileId, name }] })), fileId };
}

export const DOCUMENT_ATTACHMENT_SAMPLES: AreaSamples<typeof documentAttachmentRoutes> = {
  pages: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: await plantWithAttachment(world, organ) } }),
  },
  page: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: { ...(await plantWithAttachment(world, organ)), page: 1 }, query: { width: 200 } },
    }),
  },
  findText: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await plantWithAttachment(world, organ), body: { words: ['budget'] } },
    }),
  },
  redact: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await plantWithAttachment(world, organ), body: { marks: [SECRET_MARK] } },
    }),
  },
  strip: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: await plantWithAttachment(world, organ) } }),
  },
};

/** A copy for a document that is under review. */
const submitted: Provoke = async ({ usual }, subject) => {
  const { fileId, ...ids } = await plantWithAttachment(usual, usual.county);
  await (await usualDesk(usual, usual.county)).act(ids, 'drafter', { type: 'submit' });
  return await callWith(usual, subject, { request: { params: { ...ids, fileId } } });
};

export const DOCUMENT_ATTACHMENT_PROBLEMS: Readonly<
  Record<string, Readonly<Partial<Record<ProblemCode, Provoke>>>>
> = {
  'documentAttachment.pages': { 'unsupported-type': otherKind, unavailable: bytesGone },
  'documentAttachment.page': { 'unsupported-type': otherKind, unavailable: bytesGone },
  'documentAttachment.findText': { unavailable: bytesGone },
  'documentAttachment.redact': { 'state-refuses': submitted, unavailable: bytesGone },
  'documentAttachment.strip': { 'state-refuses': submitted, unavailable: bytesGone },
};
