import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { latin, onePage, pdfOfObjects, stream } from '../test/drawn-pdf.ts';
import { quartersPng } from '../test/pictures.ts';
import type { Mark } from './mark.ts';
import { listPages } from './pages.ts';
import { redact } from './redact.ts';

const PDF = 'application/pdf';
const MARK: Mark = { markId: 'm', page: 1, x: 0.1, y: 0.1, width: 0.2, height: 0.1 };

async function refusal(bytes: Uint8Array, mediaType = PDF, marks: readonly Mark[] = [MARK]) {
  const result = await redact({ bytes, mediaType, marks });
  if (result.ok) throw new Error('was released');
  // What happened, what was kept, what to do.
  expect(result.error.message).toMatch(/没有生成任何文件|文件已丢弃/);
  expect(result.error.message).toMatch(/请/);
  return result.error.code;
}

const good = pdfOfObjects(onePage(latin(72, 700, 14, 'text')));

describe('files', () => {
  test.each<[string, string, Uint8Array, string]>([
    ['nothing', 'empty-file', new Uint8Array(), PDF],
    ['a Word file', 'unsupported-format', Buffer.from('PK\u0003\u0004'), PDF],
    ['a type that is not the content', 'unsupported-format', good, 'image/png'],
    ['a type nobody knows', 'unsupported-format', good, 'text/html'],
    ['a drawing that calls itself PNG', 'unsupported-format', Buffer.from('<svg/>'), 'image/png'],
    ['a head without a body', 'damaged', Buffer.from('%PDF-1.7\n'), PDF],
    ['a PDF torn off', 'damaged', good.subarray(0, 200), PDF],
    ['a PNG torn off', 'damaged', quartersPng(40, 40).subarray(0, 60), 'image/png'],
    ['a JPEG without a frame', 'damaged', Buffer.from([0xff, 0xd8, 0xff, 0xd9]), 'image/jpeg'],
  ])('%s: %s', async (_, code, bytes, mediaType) => {
    expect(await refusal(bytes, mediaType)).toBe(code);
  });

  test('a PDF with a password', async () => {
    const key = 'A'.repeat(32);
    const encrypted = pdfOfObjects(
      [
        ...onePage(latin(72, 700, 14, 'text')),
        `<</Filter/Standard/V 2/R 3/Length 128/P -4/O(${key})/U(${key})>>`,
      ],
      '/Encrypt 6 0 R/ID[(0123456789abcdef)(0123456789abcdef)]',
    );
    expect(await refusal(encrypted)).toBe('encrypted');
  });

  test('thousands of pages', async () => {
    const kids = Array.from({ length: 5_000 }, (_, index) => `${index + 3} 0 R`);
    const pages = kids.map(() => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>');
    const bytes = pdfOfObjects([
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Kids[${kids.join(' ')}]/Count 5000>>`,
      ...pages,
    ]);
    expect(await refusal(bytes)).toBe('too-many-pages');
    const listed = await listPages({ bytes, mediaType: PDF });
    expect(listed.ok ? null : listed.error.code).toBe('too-many-pages');
  });

  test.each(['0 0 200000 200000', '0 0 1 90000'])('a page of %s points', async (mediaBox) => {
    const bytes = pdfOfObjects(onePage('', { mediaBox }));
    expect(await refusal(bytes)).toBe('page-too-large');
  });

  test('pictures that claim gigabytes of pixels are not decoded', async () => {
    const png = Buffer.from(quartersPng(40, 40));
    png.writeUInt32BE(60_000, 16);
    png.writeUInt32BE(60_000, 20);
    expect(await refusal(png, 'image/png')).toBe('picture-too-large');
    const jpeg = Buffer.from([
      0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0xff, 0xff, 0xff, 0xff, 1, 1, 0x11, 0, 0xff, 0xda, 0, 2,
    ]);
    expect(await refusal(jpeg, 'image/jpeg')).toBe('picture-too-large');
  });

  test('a stream that inflates without end takes neither the server nor its memory', async () => {
    const bomb = deflateSync(Buffer.alloc(200_000_000, 'q '), { level: 9 });
    const content = stream(deflateSync(deflateSync(bomb)), '/Filter[/FlateDecode/FlateDecode/FlateDecode]');
    const before = process.memoryUsage.rss();
    expect(await refusal(pdfOfObjects(onePage(content)))).toMatch(/^(?:too-complex|not-drawable|damaged)$/);
    expect(process.memoryUsage.rss() - before).toBeLessThan(800_000_000);
    // The next file is served as ever.
    expect((await redact({ bytes: good, mediaType: PDF, marks: [MARK] })).ok).toBe(true);
  });

  test('a picture inside that cannot be decoded is not left out in silence', async () => {
    const image = stream(
      Buffer.from('no JPEG at all'),
      '/Type/XObject/Subtype/Image/Width 9/Height 9/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode',
    );
    const page = '/Resources<</XObject<</I 6 0 R>>>>';
    const objects = onePage('q 100 0 0 100 100 100 cm /I Do Q', { page }, [image]);
    const broken = objects.with(2, String(objects[2]).replace('/Resources<</Font<</F 4 0 R>>>>', ''));
    expect(await refusal(pdfOfObjects(broken))).toBe('not-drawable');
  });
});

describe('marks', () => {
  test.each<[string, Mark]>([
    ['on a page that is not there', { ...MARK, page: 2 }],
    ['on a broken page number', { ...MARK, page: 1.5 }],
    ['outside the page', { ...MARK, x: 0.9, width: 0.3 }],
    ['without size', { ...MARK, height: 0 }],
    ['turned inside out', { ...MARK, width: -0.1 }],
    ['that are no numbers', { ...MARK, y: Number.NaN }],
    ['with a label that cannot be printed', { ...MARK, label: '不予公开' }],
  ])('%s are refused, by their number', async (_, mark) => {
    const result = await redact({ bytes: good, mediaType: PDF, marks: [MARK, mark] });
    expect(result.ok ? null : result.error.code).toBe('invalid-mark');
    expect(result.ok ? null : result.error.message).toContain('第 2 个遮盖框');
  });

  test('without any, nothing is released', async () => {
    expect(await refusal(good, PDF, [])).toBe('no-marks');
  });
});
