import type { Rejection } from '@zhaoshi/contract/problems';
import type { documentAttachmentRoutes } from '@zhaoshi/contract/routes/document-attachments';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { ProposedArea } from '@zhaoshi/redaction/find-text';
import { type DocumentIds, findDocument } from '../../db/queries/documents.ts';
import { type FileRow, findFile } from '../../db/queries/files.ts';
import { redactAttachment, stripAttachment } from '../../use-cases/documents/copy-attachment.ts';
import { findingsOfFile } from '../../use-cases/documents/file-findings.ts';
import type { Handlers, ReadContext } from './handler.ts';
import { aFewAtATime, pageImageOf, pagesOf, textsFoundIn } from './look-into-file.ts';

type AttachmentIds = DocumentIds & { readonly fileId: string };

/** A file of a document's organ that the caller may read, saved with it or only uploaded; anything else is not there. */
async function reachedAttachment(
  context: ReadContext,
  ids: AttachmentIds,
): Promise<Result<FileRow, Rejection>> {
  const document = await findDocument(context.database, ids);
  const file = await findFile(context.database, ids);
  const isThere =
    document !== undefined &&
    file !== undefined &&
    context.reaches(document.path) &&
    file.organ_id === document.organ_id &&
    file.sealed === null;
  return isThere ? ok(file) : err({ code: 'not-found' });
}

/** Longer ones are sentences, in which the text of a page is broken in another way. */
const LONGEST_WORD = 100;

/** What the scan before publication found, by the words it quotes. */
async function scannedWords(context: ReadContext, ids: AttachmentIds): Promise<ReadonlyMap<string, string>> {
  const findings = await findingsOfFile(context.database, ids, context.services.secretBox);
  return new Map(
    findings
      .filter(({ severity, place }) => severity === 'blocks' && place.kind !== 'property')
      .map(({ text, kind }): [string, string] => [text.trim(), kind])
      .filter(([text]) => text.length > 1 && text.length <= LONGEST_WORD),
  );
}

const holdsMiddle = (one: ProposedArea, other: ProposedArea): boolean => {
  const [x, y] = [other.x + other.width / 2, other.y + other.height / 2];
  return one.page === other.page && x > one.x && x < one.x + one.width && y > one.y && y < one.y + one.height;
};

export const documentAttachmentHandlers: Handlers<typeof documentAttachmentRoutes> = {
  pages: async (context, { params }) => {
    const row = await reachedAttachment(context, params);
    return row.ok ? await pagesOf(context, row.value) : row;
  },
  page: async (context, { params, query }) => {
    const row = await reachedAttachment(context, params);
    return row.ok ? await pageImageOf(context, row.value, { ...params, ...query }) : row;
  },
  findText: async (context, { params, body }) => {
    const row = await reachedAttachment(context, params);
    if (!row.ok) return row;
    const scanned = await scannedWords(context, params);
    const found = await textsFoundIn(context, row.value, [...body.words, ...scanned.keys()]);
    if (!found.ok) return found;
    const { areas, unsearchedPages } = found.value;
    const byKind = areas.filter((area) => area.found !== 'word');
    const shown = areas.flatMap(({ word, ...area }) => {
      const kind = word === undefined ? undefined : scanned.get(word);
      if (kind === undefined) return [area];
      // The same number by its pattern already.
      return byKind.some((one) => holdsMiddle(one, area)) ? [] : [{ ...area, found: kind }];
    });
    return ok({ areas: shown, unsearchedPages: [...unsearchedPages] });
  },
  redact: async (context, { params, body }) => {
    const source = await reachedAttachment(context, params);
    if (!source.ok) return source;
    return await aFewAtATime(context, () => redactAttachment(context, source.value, { ...params, ...body }));
  },
  strip: async (context, { params }) => {
    const source = await reachedAttachment(context, params);
    if (!source.ok) return source;
    return await aFewAtATime(context, () => stripAttachment(context, source.value, params));
  },
};
