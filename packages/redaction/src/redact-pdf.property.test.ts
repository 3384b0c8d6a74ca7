import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawnByPoppler, hasPoppler, leftOver, poppler } from '../test/outside-reader.ts';
import { typstPdf } from '../test/typst-pdf.ts';
import type { Mark } from './mark.ts';
import { redactPdf } from './pdf/redact-pdf.ts';

const RUNS = 8;
const PAGES = 3;
const SIZE = { width: 300, height: 400 };
const LETTER = 12;

interface Word {
  readonly text: string;
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

/** Names and numbers on places of a raster, so that none lies on another; their text is telling and all different. */
const words = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: PAGES }), fc.integer({ min: 0, max: 11 })), {
    minLength: 2,
    maxLength: 12,
    selector: ([page, row]) => page * 100 + row,
  })
  .map((places) =>
    places.map(([page, row], index): Word => {
      const number = `1381234${String(5000 + index * 7)}`;
      const name = `欧阳${'慕白青山流水长东西南北中'.charAt(index)}${'甲乙丙丁戊己庚辛壬癸子丑'.charAt(row)}`;
      return { text: index % 2 === 0 ? name : number, page, x: 20 + (row % 3) * 40, y: 20 + row * 30 };
    }),
  );

function pdfOf(list: readonly Word[]): Uint8Array {
  const pages = Array.from({ length: PAGES }, (_, index) =>
    list
      .filter(({ page }) => page === index + 1)
      .map(({ text, x, y }) => `#place(top + left, dx: ${x}pt, dy: ${y}pt)[${text}]`)
      .join('\n'),
  );
  return typstPdf(
    `#set page(width: ${SIZE.width}pt, height: ${SIZE.height}pt, margin: 0pt)\n${pages.join('\n#pagebreak()\n')}\n#h(1pt)`,
  );
}

/** A mark over a word: anything from its whole line to a part of its first letter. */
function markOn(word: Word, index: number, wide: number): Mark {
  const width = Math.max(LETTER / 2, wide * word.text.length * LETTER);
  return {
    markId: `m${index}`,
    page: word.page,
    x: word.x / SIZE.width,
    y: word.y / SIZE.height,
    width: Math.min(width, SIZE.width - word.x) / SIZE.width,
    height: LETTER / SIZE.height,
  };
}

test('whatever is marked: no word can be read out, and pages without marks look the same', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      words,
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      async (list, wide) => {
        const source = pdfOf(list);
        const marked = list.filter((_, index) => index === 0 || index % 3 === 1);
        const marks = marked.map((word, index) => markOn(word, index, wide.next().value));
        const { bytes, report } = await redactPdf(source, marks);
        expect(report.marks.map(({ markId }) => markId).sort()).toEqual(
          marks.map(({ markId }) => markId).sort(),
        );
        expect(
          leftOver(
            bytes,
            list.map(({ text }) => text),
          ),
        ).toEqual([]);
        if (!hasPoppler) return;
        expect(poppler('pdftotext', bytes).toString().trim()).toBe('');
        for (let page = 1; page <= PAGES; page++) {
          const isMarked = marked.some((word) => word.page === page);
          if (!isMarked) expect(difference(source, bytes, page)).toBeLessThan(40);
        }
      },
    ),
    // A smaller example would cost minutes, and says little more.
    { numRuns: RUNS, endOnFailure: true, seed: 20_260_131 },
  );
});

/** Side of the squares that are compared, in pixels: half a letter. */
const SQUARE = 16;
/** At the resolution of released pages, so that no picture is scaled. */
const LONGER_SIDE = Math.round((SIZE.height * 200) / 72);

/** Mean shades of grey of all squares of a page. */
function squaresOf({ width, height, data }: ReturnType<typeof drawnByPoppler>): readonly number[] {
  const columns = Math.ceil(width / SQUARE);
  const sums = Array.from({ length: columns * Math.ceil(height / SQUARE) }, () => 0);
  data.forEach((shade, index) => {
    const square =
      Math.floor(Math.floor(index / width) / SQUARE) * columns + Math.floor((index % width) / SQUARE);
    sums[square] = (sums[square] ?? 0) + shade;
  });
  return sums.map((sum) => sum / SQUARE ** 2);
}

/** The greatest difference of any square, from 0 to 255: soft edges make 20, a missing letter 100. */
function difference(one: Uint8Array, other: Uint8Array, page: number): number {
  const before = squaresOf(drawnByPoppler(one, page, LONGER_SIDE));
  const after = squaresOf(drawnByPoppler(other, page, LONGER_SIDE));
  expect(after.length).toBe(before.length);
  return Math.max(...before.map((shade, index) => Math.abs(shade - (after[index] ?? 0))));
}

test.skipIf(!hasPoppler)('one letter that is missing would be seen', () => {
  const word = { page: 1, x: 20, y: 20 };
  const whole = pdfOf([{ ...word, text: '欧阳慕白' }]);
  const short = pdfOf([{ ...word, text: '欧阳慕' }]);
  expect(difference(whole, short, 1)).toBeGreaterThan(80);
});
