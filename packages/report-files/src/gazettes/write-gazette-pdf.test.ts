import type { DocumentBody } from '@zhaoshi/domain/disclosure/document-body';
import { expect, it } from 'vitest';
import { readScanPieces } from '../read/scan-pieces/read-scan-pieces.ts';
import { writeGazettePdf } from './write-gazette-pdf.ts';

const body: DocumentBody = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      attrs: { align: 'left', indent: 0 },
      content: [{ type: 'text', text: '管护灌溉渠道的办法。' }],
    },
  ],
};
const item = (title: string) => ({
  title,
  documentNumber: '某政发〔2026〕7号',
  body,
  attachments: [],
  signature: ['某县人民政府', '2026年11月2日'],
  record: '索引号 0001/2026-00007',
});

it('holds nothing that the scan before publication takes for hidden', async () => {
  const pdf = await writeGazettePdf({
    name: '某县人民政府公报',
    numberWords: '2026年第1号',
    totalWords: '',
    imprint: ['某县人民政府办公室'],
    items: [item('灌溉办法'), item('渠道办法')],
  });
  const read = await readScanPieces(pdf, '公报.pdf');
  const pieces = read.ok ? read.value : expect.fail(read.error.message);
  expect(pieces.some((piece) => piece.kind === 'text' && piece.text.includes('管护灌溉渠道'))).toBe(true);
  expect(pieces.filter(({ kind }) => kind === 'presence')).toEqual([]);
});
