import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, type DrawnTable, pdfOf, rule, table, text } from '../../../test/make-pdf.ts';
import { codesOf, gridsOf, LOWER, paragraphsOf, read, rowsOf, UPPER } from '../../../test/shown-pdf.ts';
import { ReadFailure } from '../../read-error.ts';
import { readPdf } from './read-pdf.ts';

async function failureOf(bytes: Uint8Array): Promise<string> {
  try {
    await readPdf(bytes);
    return 'no failure';
  } catch (error) {
    return error instanceof ReadFailure ? error.failure.code : `untyped: ${String(error)}`;
  }
}

describe('running text', () => {
  const line = (y: number, content: string, indent = 0) => text(80 + indent, y, 16, content);
  const FULL = '行政机关应当依法及时准确公开政府信息并接受社会各方面监';

  it('is joined over wrapped lines and page breaks; page numbers and running titles are left out with a note', async () => {
    const furniture = (page: number) => text(80, 810, 9, '安平镇人民政府') + text(280, 40, 14, `— ${page} —`);
    const document = await read(
      {
        content:
          furniture(1) +
          text(150, 760, 22, '安平镇人民政府年度报告') +
          line(700, '一、总体情况', 32) +
          line(670, FULL.slice(2), 32) +
          line(640, '督2023年共12件。') +
          line(610, FULL.slice(2), 32) +
          line(580, FULL),
      },
      { content: furniture(2) + line(760, '督落实到位。') + line(730, '二、主动公开', 32) },
      { content: furniture(3) + line(760, '三、其他', 32) },
    );
    expect(paragraphsOf(document)).toEqual([
      '安平镇人民政府年度报告',
      '一、总体情况',
      `${FULL.slice(2)}督2023年共12件。`,
      `${FULL.slice(2)}${FULL}督落实到位。`,
      '二、主动公开',
      '三、其他',
    ]);
    const codes = codesOf(document);
    expect(codes.filter((code) => code === 'pdf.page-number-dropped')).toHaveLength(3);
    expect(codes.filter((code) => code === 'pdf.running-title-dropped')).toHaveLength(3);
    expect(codes).toContain('pdf.paragraph-joined');
  });

  it('loses a page number inside a table, but no figure that stands near the edge of the page', async () => {
    const low = (figures: string[], top: number): DrawnTable => ({
      left: 80,
      top,
      widths: [100, 60, 60],
      heights: [30],
      cells: cellsOf([['结转', ...figures]]),
    });
    const document = await read(
      { content: text(280, 40, 14, '- 1 -') + text(80, 700, 12, '甲') },
      { content: table(low(['', '7'], 62)) + text(185, 52, 14, '- 2 -') },
    );
    expect(rowsOf(gridsOf(document)[0])).toEqual([['结转', '', '7']]);
    expect(document.notes.map((note) => note.message)).toContain('第2页表格中的页码已略去。');
    const bare = await read({ content: table(low(['1', '2'], 62)) }, { content: table(low(['2', '3'], 62)) });
    expect(rowsOf(gridsOf(bare)[0])).toEqual([
      ['结转', '1', '2'],
      ['结转', '2', '3'],
    ]);
  });
});

describe('a digit above the line', () => {
  it('is the mark of a note and no part of the figure before it', async () => {
    const line = (size: number, raise: number) => text(80, 700, 12, '12') + text(92, 700 + raise, size, '3');
    const texts = (content: string) => read({ content }).then(paragraphsOf);
    expect(await texts(line(7, 5))).toEqual(['12³']);
    expect(await texts(line(12, 0))).toEqual(['123']);
    expect(await texts(line(8, 0))).toEqual(['123']);
  });
});

describe('refusals', () => {
  it('are typed for encrypted, damaged, empty, textless and oversized files', async () => {
    const lock = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>`;
    expect(await failureOf(pdfOf([{ content: text(80, 700, 12, '甲') }], lock))).toBe('encrypted');
    expect(await failureOf(new TextEncoder().encode('%PDF-1.7 nothing follows'))).toBe('damaged');
    expect(await failureOf(new Uint8Array(0))).toBe('damaged');
    expect(await failureOf(pdfOf([{ content: rule(0, 0, 100, 100) }]))).toBe('scanned-pdf');
    const pages = Array.from({ length: 301 }, () => ({ content: text(80, 700, 12, '甲') }));
    expect(await failureOf(pdfOf(pages))).toBe('too-large');
  });

  it('stop a file that keeps the parser busy, and the next file is read again', async () => {
    const busy = deflateSync('q '.repeat(20_000_000));
    const head = `<</Length ${busy.length}/Filter/FlateDecode>>`;
    const plain = Buffer.from(busy).toString('latin1');
    const file = pdfOf([{ content: 'STREAM' }]);
    const bytes = Buffer.from(
      Buffer.from(file)
        .toString('latin1')
        .replace('<</Length 6>>\nstream\nSTREAM', () => `${head}\nstream\n${plain}`),
      'latin1',
    );
    expect(await failureOf(new Uint8Array(bytes))).toBe('too-complex');
    expect(paragraphsOf(await read({ content: text(80, 700, 12, '总计11件') }))).toEqual(['总计11件']);
  });

  it('come for every truncation and mutation, never a crash or a hang', async () => {
    const whole = pdfOf([{ content: table(UPPER) }, { content: table(LOWER) }]);
    const codes = new Set(['no failure', 'damaged', 'encrypted', 'scanned-pdf', 'too-complex', 'too-large']);
    const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.array(change, { maxLength: 20 }), async (length, changes) => {
        const bytes = whole.slice();
        for (const { at, byte } of changes) bytes[at] = byte;
        expect(codes).toContain(await failureOf(changes.length > 0 ? bytes : bytes.slice(0, length)));
      }),
      { numRuns: 150, seed: 20_260_131 },
    );
  });
});
