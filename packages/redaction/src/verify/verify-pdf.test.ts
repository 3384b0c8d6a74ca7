import { deflateSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { stream } from '../../test/drawn-pdf.ts';
import { typstPdf } from '../../test/typst-pdf.ts';
import { assemblePdf } from '../pdf/assemble.ts';
import { burn } from '../raster/burn.ts';
import { encodePage } from '../raster/encode-page.ts';
import { rasterOf, whiteCanvas } from '../raster/raster.ts';
import { redactionError } from '../redaction-error.ts';
import { type ExpectedPage, verifyPdf } from './verify-pdf.ts';

const PIXELS = { width: 400, height: 300 };
const MARKS = [{ markId: 'm', page: 1, x: 0.25, y: 0.25, width: 0.5, height: 0.25, label: '1' }];

/** A page with a word on it; `burnt` says whether the marks are burnt into the picture that is released. */
function page({ burnt }: { readonly burnt: boolean }): { bytes: Uint8Array; expected: ExpectedPage } {
  const canvas = whiteCanvas(PIXELS.width, PIXELS.height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'black';
  context.font = '40px sans-serif';
  context.fillText('Zhang San', 110, 130);
  const marks = burn(burnt ? canvas : createCanvas(PIXELS.width, PIXELS.height), MARKS);
  const size = { width: PIXELS.width * 0.36, height: PIXELS.height * 0.36 };
  return {
    bytes: assemblePdf([{ ...encodePage(canvas, rasterOf(canvas)), size }]),
    expected: { pixels: PIXELS, burnt: marks },
  };
}

async function verdict(
  bytes: Uint8Array,
  expected: ExpectedPage,
  words: readonly string[] = [],
): Promise<string> {
  try {
    await verifyPdf(bytes, [expected], words);
    return 'passed';
  } catch (error) {
    const { code, message } = redactionError(error);
    return `${code} ${/（(.*?)）/.exec(message)?.[1]}`;
  }
}

const good = page({ burnt: true });
const append = (addition: Uint8Array | string) => Buffer.concat([good.bytes, Buffer.from(addition)]);

describe('the check before release', () => {
  test('passes what is in order', async () => {
    expect(await verdict(good.bytes, good.expected, ['张三', '13812345678'])).toBe('passed');
  });

  test('finds a mark that was not burnt in', async () => {
    const { bytes, expected } = page({ burnt: false });
    expect(await verdict(bytes, expected)).toBe('verification-failed 遮盖框颜色');
  });

  test.each<[string, string, Uint8Array]>([
    ['text', '文件结构', typstPdf('#set page(width: 144pt, height: 108pt)\n张三')],
    ['a title', '文件属性', typstPdf('#set document(title: "张")\n#set page(width: 144pt, height: 108pt)')],
    [
      'something drawn beside the picture',
      '页面内容',
      typstPdf('#set page(width: 144pt, height: 108pt)\n#rect(fill: blue)'),
    ],
    ['an attachment', '文件结构', typstPdf('#pdf.attach("a.txt", bytes("张三"))')],
    ['another page', '页数', typstPdf('#pagebreak()')],
    ['a note that no page refers to', '文件结构', append('99 0 obj\n<</Type/Annot /Annots[]>>\nendobj\n')],
  ])('finds %s', async (_, check, bytes) => {
    expect(await verdict(bytes, good.expected)).toBe(`verification-failed ${check}`);
  });

  test.each<[string, Uint8Array]>([
    ['in plain UTF-8', Buffer.from('% 欧阳慕白')],
    ['in UTF-16', Buffer.from('欧阳慕白', 'utf16le').swap16()],
    ['as hexadecimal', Buffer.from('<6B2796336155767D>')],
    [
      'in a stream that nothing refers to',
      stream(deflateSync(Buffer.from('欧阳慕白')), '/Filter/FlateDecode'),
    ],
  ])('finds a marked word %s', async (_, addition) => {
    expect(await verdict(append(addition), good.expected, ['欧阳慕白'])).toBe(
      'verification-failed 遮盖的文字',
    );
  });
});
