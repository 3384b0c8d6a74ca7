import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { onePage, pdfOfObjects } from '../test/drawn-pdf.ts';
import { typstPdf } from '../test/typst-pdf.ts';
import { findText, listPages, renderPage } from './pages.ts';

const PDF = 'application/pdf';

function value<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('listPages', () => {
  test('gives the size of each page as it is seen', async () => {
    const bytes = typstPdf(`#set page(width: 200pt, height: 300pt)\n一 #set page(flipped: true)\n二`);
    expect(value(await listPages({ bytes, mediaType: PDF }))).toEqual([
      { page: 1, width: 200, height: 300 },
      { page: 2, width: 300, height: 200 },
    ]);
    const turned = pdfOfObjects(onePage('', { page: '/Rotate 90/CropBox[0 0 300 500]' }));
    expect(value(await listPages({ bytes: turned, mediaType: PDF }))).toEqual([
      { page: 1, width: 500, height: 300 },
    ]);
  });

  test('a picture is one page of its pixels', async () => {
    const bytes = createCanvas(40, 30).encodeSync('png');
    expect(value(await listPages({ bytes, mediaType: 'image/png' }))).toEqual([
      { page: 1, width: 40, height: 30 },
    ]);
  });
});

describe('renderPage', () => {
  test('draws a page in the width that was asked for', async () => {
    const bytes = typstPdf('#set page(width: 200pt, height: 300pt, fill: red)\n#pagebreak()\n二');
    const image = await loadImage(Buffer.from(value(await renderPage({ bytes, mediaType: PDF }, 1, 400))));
    expect([image.width, image.height]).toEqual([400, 600]);
    const canvas = createCanvas(400, 600);
    canvas.getContext('2d').drawImage(image, 0, 0);
    const [red, green] = canvas.getContext('2d').getImageData(200, 500, 1, 1).data;
    expect(red).toBeGreaterThan(200);
    expect(green).toBeLessThan(100);
  });

  test('a picture is scaled', async () => {
    const bytes = createCanvas(40, 30).encodeSync('png');
    const image = await loadImage(
      Buffer.from(value(await renderPage({ bytes, mediaType: 'image/png' }, 1, 80))),
    );
    expect([image.width, image.height]).toEqual([80, 60]);
  });

  test.each([0, 3, 1.5, Number.NaN])('there is no page %d', async (page) => {
    const bytes = typstPdf('一 #pagebreak() 二');
    const result = await renderPage({ bytes, mediaType: PDF }, page, 400);
    expect(result.ok ? null : result.error.code).toBe('invalid-request');
  });
});

describe('findText', () => {
  const kinds = async (source: string, words: readonly string[] = []) =>
    value(await findText({ bytes: typstPdf(source), mediaType: PDF }, words)).areas.map(
      ({ page, found, group }) => `${page} ${found} ${group}`,
    );

  test('numbers by their kind, also in full-width digits and in groups', async () => {
    expect(
      await kinds('身份证11010519491231002X。#pagebreak()电话１３８１２３４５６７８，另 138 1234 5678。'),
    ).toEqual(['1 idCard 0', '2 mobile 1', '2 mobile 2']);
  });

  test('digits of neighbouring cells and lines are not one number', async () => {
    expect(
      await kinds('#table(columns: (3cm, 3cm), [1381234], [5678], [1381234], [5678])\n1381234 \\ 5678'),
    ).toEqual([]);
  });

  test('a word that breaks over lines has an area for each line, in one group', async () => {
    const source = `#set page(width: 100pt, height: 200pt, margin: 10pt)
#set par(justify: false)\n一二三四五欧阳慕白来访`;
    expect(await kinds(source, ['欧阳慕白'])).toEqual(['1 word 0', '1 word 0']);
  });

  test('a word is found as it looks: capitals, blanks between characters, radicals of browsers', async () => {
    expect(
      await kinds('Zhang San 与 ZHANG SAN，张 三，\u2f42本与张⺠', ['zhang san', '张三', '文本', '张民']),
    ).toEqual(['1 word 0', '1 word 1', '1 word 2', '1 word 3', '1 word 4']);
  });

  test('an area fits its word and not its neighbours', async () => {
    const bytes = typstPdf('#set page(width: 200pt, height: 100pt, margin: 20pt)\n甲乙丙丁戊己');
    const [area] = value(await findText({ bytes, mediaType: PDF }, ['丙丁'])).areas;
    // Six characters of 12 pt from 20 pt on: the word reaches from 44 to 68.
    expect((area?.x ?? 0) * 200).toBeCloseTo(44 - 12 / 16, 1);
    expect(((area?.x ?? 0) + (area?.width ?? 0)) * 200).toBeCloseTo(68 + 12 / 16, 1);
  });

  test('pages without text are named, for nothing was looked for there', async () => {
    const bytes = typstPdf('张三 #pagebreak() #rect(width: 3cm, height: 2cm, fill: blue)');
    expect(value(await findText({ bytes, mediaType: PDF }, ['张三'])).unsearchedPages).toEqual([2]);
    const picture = createCanvas(40, 30).encodeSync('png');
    expect(value(await findText({ bytes: picture, mediaType: 'image/png' }, ['张三']))).toEqual({
      areas: [],
      unsearchedPages: [1],
    });
  });
});
