import { Readable } from 'node:stream';
import type { Rejection } from '@zhaoshi/contract/problems';
import type { guideRoutes } from '@zhaoshi/contract/routes/guide';
import { guideWarnings } from '@zhaoshi/domain/disclosure/guide/guide-warnings';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { findDocument } from '../../db/queries/documents.ts';
import { findOrgan, type OrganIds, type OrganRow } from '../../db/queries/organs.ts';
import {
  contentOfPublic,
  isInForce,
  type PublicDocumentRow,
  publicDocumentsOf,
} from '../../db/queries/published-of-organ.ts';
import { composeGuide } from '../../use-cases/guide/compose-guide.ts';
import { knownTexts, loadGuide } from '../../use-cases/guide/guide-data.ts';
import { saveGuide } from '../../use-cases/guide/save-guide.ts';
import { attachmentHeader } from './content-disposition.ts';
import { type Handlers, presentStale, type ReadContext } from './handler.ts';
import { workbook } from './workbook-answer.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** One file that opens on an office computer. */
const MOST_DOCUMENTS = 500;

const NONE: Rejection = { code: 'state-refuses', detail: '没有符合条件的已公开文件，没有生成汇编。' };

const TOO_MANY: Rejection = {
  code: 'state-refuses',
  detail: `符合条件的文件超过 ${MOST_DOCUMENTS} 件，没有生成汇编。请缩短公开日期的范围，分几次下载。`,
};

async function reachedOrgan(
  { database, reaches }: Pick<ReadContext, 'database' | 'reaches'>,
  ids: OrganIds,
): Promise<Result<OrganRow, Rejection>> {
  const organ = await findOrgan(database, ids);
  return organ !== undefined && reaches(organ.path) ? ok(organ) : err({ code: 'not-found' });
}

async function present(context: ReadContext, organ: OrganRow) {
  const { database, now } = context;
  const guide = await loadGuide(database, organ, now());
  const { documentId, composedAt } = guide;
  const row =
    documentId === null ? undefined : await findDocument(database, { regionId: organ.region_id, documentId });
  return {
    organName: organ.name,
    texts: guide.texts,
    parts: guide.parts.map((part) => ({
      ...part,
      lines: [...part.lines],
      missing: part.missing.map((one) => ({ ...one })),
    })),
    warnings: guideWarnings(guide.texts).map((one) => ({ ...one })),
    document:
      row === undefined || composedAt === null
        ? null
        : {
            documentId: row.document_id,
            status: row.status,
            composedAt: composedAt.toISOString(),
            isPublic: row.public_edition !== null,
            isOutdated: guide.composedSha256 !== guide.sha256,
          },
    version: guide.version,
    abilities: context.abilities(organ.path),
  };
}

const compiled = (row: PublicDocumentRow) => {
  const { body, attachments } = contentOfPublic(row);
  return {
    title: row.title,
    facts: [
      ...(row.document_number === '' ? [] : [`发文字号：${row.document_number}`]),
      `索引号：${row.index_number}`,
      `公开日期：${row.published_on}`,
    ],
    body,
    attachments: attachments.map(({ name }) => name),
  };
};

export const guideHandlers: Handlers<typeof guideRoutes> = {
  read: async (context, { params }) => {
    const organ = await reachedOrgan(context, params);
    return organ.ok ? ok(await present(context, organ.value)) : organ;
  },
  save: async (context, { params, body }) => {
    const saved = await saveGuide(context, params, knownTexts(body.texts));
    if (!saved.ok && saved.error.code !== 'stale') return saved;
    const organ = await reachedOrgan(context, params);
    if (!organ.ok) return organ;
    const shown = await present(context, organ.value);
    return saved.ok ? ok(shown) : presentStale(saved, () => shown);
  },
  compose: (context, { params }) => composeGuide(context, params),
  directory: async (context, { params }) => {
    const organ = await reachedOrgan(context, params);
    if (!organ.ok) return organ;
    const rows = await publicDocumentsOf(context.database, params, { kinds: [] }, context.now());
    const { writeDirectory } = await import('@zhaoshi/report-files/write/xlsx/write-directory');
    const bytes = await writeDirectory(
      rows.map((row) => ({
        indexNumber: row.index_number,
        title: row.title,
        abstract: row.abstract,
        createdOn: row.created_on,
      })),
    );
    return ok(workbook(`${organ.value.name}政府信息公开目录`, Readable.from([bytes])));
  },
  compilation: async (context, { params, body }) => {
    const organ = await reachedOrgan(context, params);
    if (!organ.ok) return organ;
    const today = civilDateAt(context.now());
    const rows = (await publicDocumentsOf(context.database, params, body, context.now())).filter(
      (row) => !body.onlyInForce || isInForce(row, today),
    );
    if (rows.length === 0) return err(NONE);
    if (rows.length > MOST_DOCUMENTS) return err(TOO_MANY);
    const { writeCompilation } = await import('@zhaoshi/report-files/write/docx/write-compilation');
    const title = `${organ.value.name}制度文件汇编`;
    const bytes = await writeCompilation(title, today, rows.map(compiled));
    return ok({
      status: 200,
      headers: {
        'content-type': DOCX,
        'content-disposition': attachmentHeader(`${title}（${today}）.docx`),
      },
      body: Readable.from([bytes]),
    });
  },
};
