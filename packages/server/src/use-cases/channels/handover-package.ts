import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { READING_PLACES } from '@zhaoshi/domain/disclosure/document-act';
import {
  type BodyCell,
  bodyText,
  type DocumentBody,
  paragraphOf,
} from '@zhaoshi/domain/disclosure/document-body';
import { DOCUMENT_KINDS } from '@zhaoshi/domain/disclosure/document-kind';
import { type CivilDate, civilDateAt, civilMinuteAt } from '@zhaoshi/domain/kernel/civil-date';
import { documentPath, organPath } from '@zhaoshi/portal/paths';
import type { PublicText } from '@zhaoshi/report-files/public-text/public-text';
import { writePublicDocx } from '@zhaoshi/report-files/public-text/write-public-docx';
import { writePublicPdf } from '@zhaoshi/report-files/public-text/write-public-pdf';
import { safeCell } from '@zhaoshi/report-files/write/xlsx/plain-cell';
import type { Kysely } from 'kysely';
import { ZipFile } from 'yazl';
import { contentOf } from '../../db/queries/documents.ts';
import { type HandedEdition, type HandoverRow, handedEditions } from '../../db/queries/handovers.ts';
import type { Schema } from '../../db/schema.ts';
import type { Services } from '../../services.ts';
import { openContent } from '../files/sealed-file.ts';
import { signatureOf } from './poster-of.ts';

const LIST_NAME = '00-移交目录';
const MANIFEST_NAME = 'manifest.json';

interface Part {
  readonly path: string;
  readonly open: () => Promise<Readable>;
}

const ofBytes = (make: () => Promise<Uint8Array> | Uint8Array) => async (): Promise<Readable> =>
  Readable.from([Buffer.from(await make())]);

const folderOf = ({ place, public_name }: HandedEdition): string =>
  `${String(place).padStart(3, '0')}-${public_name}`;

/** What receivers file the item by; names of fields are those of the interface. */
function metadataOf(row: HandedEdition, origin: string) {
  const { keywords, validFrom, validTo, source, attachments } = contentOf(row);
  return {
    indexNumber: row.index_number,
    title: row.title,
    documentNumber: row.document_number,
    kind: DOCUMENT_KINDS[row.kind],
    issuingOrgan: row.issuing_organ,
    publishingOrgan: row.organ_name,
    dateOfDocument: row.date_of_document,
    createdOn: row.created_on,
    publishedAt: row.visible_from.toISOString(),
    subjectCategory: row.subject_category,
    abstract: row.abstract,
    keywords,
    source,
    validFrom,
    validTo,
    edition: row.edition,
    contentSha256: row.content_sha256,
    checkCode: row.check_code,
    address: `${origin}${documentPath(organPath(row.region_slug, row.organ_slug), row.public_name)}`,
    attachments: attachments.map(({ name }) => name),
  };
}

const COLUMNS = [
  '序号',
  '索引号',
  '标题',
  '发文字号',
  '发文机关',
  '成文日期',
  '生成日期',
  '发布日期',
  '版本',
  '核验码',
] as const;

const listRow = (row: HandedEdition): readonly string[] => [
  String(row.place),
  row.index_number,
  row.title,
  row.document_number,
  row.issuing_organ,
  row.date_of_document ?? '',
  row.created_on,
  civilMinuteAt(row.visible_from),
  String(row.edition),
  row.check_code,
];

const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${safeCell(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;

const cellOf = (text: string, type: BodyCell['type']): BodyCell => ({
  type,
  attrs: { colspan: 1, rowspan: 1 },
  content: [paragraphOf(text, type === 'table_header' ? 'center' : 'left', 0)],
});

/** The reading list on paper: what stands on the shelf beside the files. */
function listBody(handover: HandoverRow, rows: readonly HandedEdition[]): DocumentBody {
  const shown = ['序号', '索引号', '标题', '发文字号', '生成日期'] as const;
  const at = shown.map((title) => COLUMNS.indexOf(title));
  const words = `${handover.organ_name}于${handover.handed_on}向${handover.receiver}（${READING_PLACES[handover.place]}）移交主动公开的政府信息${rows.length}件，目录如下。`;
  return {
    type: 'doc',
    content: [
      paragraphOf(words),
      {
        type: 'table',
        content: [
          { type: 'table_row', content: shown.map((title) => cellOf(title, 'table_header')) },
          ...rows.map((row) => ({
            type: 'table_row' as const,
            content: at.map((index) => cellOf(listRow(row)[index] ?? '', 'table_cell')),
          })),
        ],
      },
    ],
  };
}

const ENDING = /\.[A-Za-z0-9]{1,8}$/;

/** Files of an edition by their places; labels may hold any sign, so names in the package are made anew. */
async function filesOf(
  database: Kysely<Schema>,
  services: Pick<Services, 'files' | 'secretBox'>,
  row: HandedEdition,
): Promise<readonly Part[]> {
  if (row.file_ids.length === 0) return [];
  const files = await database
    .selectFrom('file')
    .select(['file_id', 'original_name', 'sha256', 'sealed', 'storage_key', 'size'])
    .where('region_id', '=', row.region_id)
    .where('file_id', 'in', row.file_ids)
    .where('sealed', 'is', null)
    .execute();
  return row.file_ids.flatMap((fileId, index) => {
    const file = files.find(({ file_id }) => file_id === fileId);
    if (file === undefined) return [];
    const ending = ENDING.exec(file.original_name ?? '')?.[0].toLowerCase() ?? '';
    return [
      {
        path: `${folderOf(row)}/附件${String(index + 1).padStart(2, '0')}${ending}`,
        open: async () => {
          const content = await openContent(services, file);
          if (content === null) throw new Error(`file ${fileId} is missing from the storage`);
          return content;
        },
      },
    ];
  });
}

function textOf(row: HandedEdition): PublicText {
  const content = contentOf(row);
  return {
    title: row.title,
    documentNumber: row.document_number,
    date: content.dateOfDocument ?? civilDateAt(row.visible_from),
    body: content.body,
    colophon: [
      ...signatureOf(content, row.organ_name),
      `索引号：${row.index_number}　发布日期：${civilMinuteAt(row.visible_from)}　第 ${row.edition} 版`,
      `核验码：${row.check_code}`,
    ],
  };
}

function partsOf(row: HandedEdition, origin: string): readonly Part[] {
  const content = contentOf(row);
  const folder = folderOf(row);
  const metadata = metadataOf(row, origin);
  return [
    {
      path: `${folder}/metadata.json`,
      open: ofBytes(() => Buffer.from(`${JSON.stringify(metadata, null, 1)}\n`)),
    },
    { path: `${folder}/content.json`, open: ofBytes(() => Buffer.from(row.content)) },
    {
      path: `${folder}/正文.txt`,
      open: ofBytes(() => Buffer.from(`${row.title}\n\n${bodyText(content.body)}\n`)),
    },
    { path: `${folder}/正文.pdf`, open: ofBytes(() => writePublicPdf(textOf(row))) },
    { path: `${folder}/正文.docx`, open: ofBytes(() => writePublicDocx(textOf(row))) },
  ];
}

interface Sum {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly sm3: string;
}

async function* measured(source: Readable, path: string, done: (sum: Sum) => void): AsyncGenerator<Buffer> {
  const hashes = { sha256: createHash('sha256'), sm3: createHash('sm3') };
  let bytes = 0;
  for await (const piece of source) {
    const buffer = Buffer.from(piece as Uint8Array);
    hashes.sha256.update(buffer);
    hashes.sm3.update(buffer);
    bytes += buffer.length;
    yield buffer;
  }
  done({ path, bytes, sha256: hashes.sha256.digest('hex'), sm3: hashes.sm3.digest('hex') });
}

/** Adds the parts one after the other and, last, the manifest of all of them; a fault in the middle breaks the stream. */
function zipOf(parts: readonly Part[], mtime: Date, head: Readonly<Record<string, unknown>>): Readable {
  const zip = new ZipFile();
  const output = new Readable().wrap(zip.outputStream);
  const sums: Sum[] = [];
  const give = (open: () => Promise<Readable>) => (callback: (error: unknown, stream: Readable) => void) => {
    const hand = async (): Promise<void> => {
      try {
        const stream = await open();
        callback(null, stream);
      } catch (error) {
        output.destroy(error instanceof Error ? error : new Error('a part cannot be opened'));
      }
    };
    void hand();
  };
  for (const { path, open } of parts) {
    const lazily = give(async () => Readable.from(measured(await open(), path, (sum) => sums.push(sum))));
    zip.addReadStreamLazy(path, { mtime }, lazily);
  }
  const manifest = ofBytes(() => Buffer.from(`${JSON.stringify({ ...head, files: sums }, null, 1)}\n`));
  zip.addReadStreamLazy(MANIFEST_NAME, { mtime }, give(manifest));
  zip.on('error', (error: unknown) =>
    output.destroy(error instanceof Error ? error : new Error('zip failed')),
  );
  zip.end();
  return output;
}

/**
 * The package that goes to archives or library: for each item its metadata, its content as it was hashed, its text and
 * its files; the list on paper and as CSV; and a manifest with SHA-256 and SM3 of every file. What was withdrawn since
 * the handover is not in it. Each part is opened when its turn comes, so memory holds a piece of one.
 */
export async function handoverPackage(
  database: Kysely<Schema>,
  services: Pick<Services, 'files' | 'secretBox' | 'publicOrigin'>,
  handover: HandoverRow,
): Promise<Readable> {
  const ids = { regionId: handover.region_id, handoverId: handover.handover_id };
  const rows = await handedEditions(database, ids);
  const list: PublicText = {
    title: '政府信息移交目录',
    documentNumber: '',
    // A stored civil date.
    date: handover.handed_on as CivilDate,
    body: listBody(handover, rows),
    colophon: [
      handover.organ_name,
      handover.handed_on,
      `${MANIFEST_NAME} 记有每个文件的校验值（SHA-256、SM3）。`,
    ],
  };
  const parts: Part[] = [
    { path: `${LIST_NAME}.pdf`, open: ofBytes(() => writePublicPdf(list)) },
    { path: `${LIST_NAME}.docx`, open: ofBytes(() => writePublicDocx(list)) },
    {
      path: `${LIST_NAME}.csv`,
      open: ofBytes(() =>
        Buffer.from(`\uFEFF${csvLine(COLUMNS)}${rows.map((row) => csvLine(listRow(row))).join('')}`),
      ),
    },
  ];
  for (const row of rows) {
    parts.push(...partsOf(row, services.publicOrigin), ...(await filesOf(database, services, row)));
  }
  return zipOf(parts, handover.made_at, {
    handover: handover.handover_id,
    organ: handover.organ_name,
    receiver: handover.receiver,
    place: READING_PLACES[handover.place],
    handedOn: handover.handed_on,
    documents: rows.length,
  });
}
