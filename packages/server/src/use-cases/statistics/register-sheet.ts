import type { registerItem } from '@zhaoshi/contract/routes/statistics-normative';
import { DOCUMENT_KINDS } from '@zhaoshi/domain/disclosure/document-kind';
import { validityWords } from '@zhaoshi/domain/disclosure/validity/validity';
import { writePlainSheet } from '@zhaoshi/report-files/write/xlsx/write-plain-sheet';
import type { z } from 'zod';

const COLUMNS = [
  { title: '类别', width: 16 },
  { title: '文件名称', width: 48 },
  { title: '发文字号', width: 22 },
  { title: '成文日期', width: 12 },
  { title: '施行日期', width: 12 },
  { title: '有效期至', width: 12 },
  { title: '效力状态', width: 12 },
  { title: '状态起始日期', width: 14 },
  { title: '废止、修改、失效的依据', width: 40 },
  { title: '来源', width: 22 },
] as const;

type Item = z.input<typeof registerItem>;

const origin = ({ documentId, isWithdrawn }: Item): string =>
  documentId === null ? '登记' : isWithdrawn ? '本平台发布（网页已撤回）' : '本平台发布';

/** The register on a day as a sheet. */
export const registerSheet = (items: readonly Item[]): Promise<Uint8Array> =>
  writePlainSheet({
    name: '规章和行政规范性文件台账',
    columns: COLUMNS,
    rows: items.map((item) => [
      DOCUMENT_KINDS[item.row],
      item.title,
      item.documentNumber,
      item.dateOfDocument,
      item.validFrom,
      item.validTo ?? '',
      validityWords(item.validity),
      item.since ?? '',
      item.because,
      origin(item),
    ]),
  });
