import { withoutTitle } from '@zhaoshi/domain/disclosure/without-title';
import { civilDateAt, civilMinuteAt } from '@zhaoshi/domain/kernel/civil-date';
import type { DocumentFormat } from '@zhaoshi/portal/paths';
import type { PublicText } from '@zhaoshi/report-files/public-text/public-text';
import { writePublicDocx } from '@zhaoshi/report-files/public-text/write-public-docx';
import { writePublicPdf } from '@zhaoshi/report-files/public-text/write-public-pdf';
import { writePublicTxt } from '@zhaoshi/report-files/public-text/write-public-txt';
import { publishedContent } from '../db/queries/published-documents.ts';
import type { PathNames } from './portal-pages-data.ts';
import { findDocument } from './portal-pages-documents.ts';
import type { PortalSource } from './portal-pages-site.ts';

interface Writer {
  readonly type: string;
  readonly write: (text: PublicText) => Promise<Uint8Array>;
}

const WRITERS: Readonly<Record<DocumentFormat, Writer>> = {
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: writePublicDocx,
  },
  pdf: { type: 'application/pdf', write: writePublicPdf },
  txt: { type: 'text/plain; charset=utf-8', write: async (text) => writePublicTxt(text) },
};

/** The text of what is public of a document, in a format; `null` when nothing is. */
export async function documentTextFile(
  source: PortalSource,
  names: PathNames,
  format: DocumentFormat,
): Promise<{ readonly type: string; readonly bytes: Buffer } | null> {
  const found = await findDocument(source, names);
  if (found === null) return null;
  const { row, owner, path } = found;
  const content = publishedContent(row);
  const colophon = [
    `发布机构：${owner.name}`,
    `索引号：${row.index_number}　发布日期：${civilMinuteAt(row.published_at)}　第 ${row.edition} 版`,
    `核验码：${row.check_code}`,
    ...content.attachments.map(({ name }, index) => `附件${index + 1}：${name}（见网页）`),
    `网页：${source.origin ?? ''}${path}`,
    '本文本由政府信息公开平台按网页正文生成，不含印章。',
  ];
  const { type, write } = WRITERS[format];
  const bytes = await write({
    title: row.title,
    documentNumber: row.document_number,
    date: content.dateOfDocument ?? civilDateAt(row.published_at),
    body: withoutTitle(content.body, row.title),
    colophon,
  });
  return { type, bytes: Buffer.from(bytes) };
}
