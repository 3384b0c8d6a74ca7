import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { leftOver } from '../test/outside-reader.ts';
import { cameraJpeg, quartersPng } from '../test/pictures.ts';
import type { Mark } from './mark.ts';
import { redact } from './redact.ts';

const SECRET = 'Camera of Zhang San, 39.9N 116.4E';

async function released(bytes: Uint8Array, mediaType: string, mark: Omit<Mark, 'page' | 'markId'>) {
  const result = await redact({ bytes, mediaType, marks: [{ ...mark, page: 1, markId: 'm' }] });
  if (!result.ok) throw new Error(result.error.message);
  expect(result.value.mediaType).toBe(mediaType);
  return result.value.bytes;
}

/** The colours in the middles of the four quarters, in reading order. */
async function quartersOf(bytes: Uint8Array): Promise<readonly string[]> {
  const image = await loadImage(Buffer.from(bytes));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  return [0.25, 0.75].flatMap((y) =>
    [0.25, 0.75].map((x) => {
      const [red = 0, green = 0, blue = 0] = context.getImageData(
        Math.floor(x * image.width),
        Math.floor(y * image.height),
        1,
        1,
      ).data;
      if (green > 200) return 'white';
      if (red > 200) return 'red';
      return blue > 200 ? 'blue' : 'black';
    }),
  );
}

const LEFT_LOWER = { x: 0, y: 0.5, width: 0.5, height: 0.5 };
const RIGHT_LOWER = { x: 0.5, y: 0.5, width: 0.5, height: 0.5 };

describe('a JPEG of a camera', () => {
  // Which quarters are red and blue once the picture is turned upright, by the table of the Exif standard.
  test.each([
    [1, ['red', 'white', 'white', 'black']],
    [2, ['white', 'red', 'blue', 'black']],
    [3, ['blue', 'white', 'white', 'black']],
    [4, ['white', 'blue', 'red', 'black']],
    [5, ['red', 'white', 'white', 'black']],
    [6, ['white', 'red', 'blue', 'black']],
    [7, ['blue', 'white', 'white', 'black']],
    [8, ['white', 'blue', 'red', 'black']],
  ])(
    'with orientation %i is marked where the officer sees it, and is upright ever after',
    async (orientation, colours) => {
      const jpeg = cameraJpeg(120, 80, orientation, SECRET);
      expect(leftOver(jpeg, [SECRET])).toEqual([SECRET]);
      const bytes = await released(jpeg, 'image/jpeg', RIGHT_LOWER);
      const image = await loadImage(Buffer.from(bytes));
      expect([image.width, image.height]).toEqual(orientation < 5 ? [120, 80] : [80, 120]);
      expect(await quartersOf(bytes)).toEqual(colours);
      expect(leftOver(bytes, [SECRET, 'Zhang', 'Exif'])).toEqual([]);
    },
  );
});

describe('a PNG', () => {
  test('loses its text, what stands behind it, and what is under the mark', async () => {
    const png = quartersPng(100, 60);
    const chunk = Buffer.concat([Buffer.from([0, 0, 0, 41]), Buffer.from(`tEXtComment\0${SECRET}`)]);
    const dirty = Buffer.concat([
      png.subarray(0, 33),
      chunk,
      Buffer.alloc(4),
      png.subarray(33),
      Buffer.from(SECRET),
    ]);
    const bytes = await released(dirty, 'image/png', RIGHT_LOWER);
    expect(await quartersOf(bytes)).toEqual(['red', 'white', 'white', 'black']);
    expect(leftOver(bytes, [SECRET, 'Comment'])).toEqual([]);
  });

  test('colours hidden by transparency do not come to light', async () => {
    const canvas = createCanvas(40, 40);
    const context = canvas.getContext('2d');
    context.fillStyle = 'rgba(255, 0, 0, 0.004)';
    context.fillRect(0, 0, 20, 20);
    const bytes = await released(canvas.encodeSync('png'), 'image/png', LEFT_LOWER);
    expect(await quartersOf(bytes)).toEqual(['white', 'white', 'black', 'white']);
  });
});
