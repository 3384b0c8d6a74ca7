import { describe, expect, it } from 'vitest';
import { pictureProperties } from './picture-properties.ts';
import { readScanPieces } from './read-scan-pieces.ts';

const segment = (mark: number, text: string): Buffer =>
  Buffer.concat([Buffer.from([0xff, mark, 0, text.length + 2]), Buffer.from(text, 'latin1')]);

const jpeg = (...segments: readonly Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, 'JFIF\0'),
    ...segments,
    segment(0xda, 'data'),
    Buffer.from([0xff, 0xd9]),
  ]);

const chunk = (type: string, data: string): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type + data, 'latin1'), Buffer.alloc(4)]);
};

const png = (...chunks: readonly Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', '\0'.repeat(13)),
    ...chunks,
    chunk('IEND', ''),
  ]);

describe('what a picture says without showing it', () => {
  it('is counted: segments of a camera, texts of a program', () => {
    expect(pictureProperties(jpeg(segment(0xe1, 'Exif\0\0 GPS'), segment(0xfe, 'Zhang San')))).toBe(2);
    expect(pictureProperties(png(chunk('tEXt', 'Author\0Zhang San')))).toBe(1);
    expect(pictureProperties(jpeg())).toBe(0);
    expect(pictureProperties(png())).toBe(0);
  });

  it('is a piece beside the picture', async () => {
    const pieces = await readScanPieces(jpeg(segment(0xe1, 'Exif\0\0')), '现场.jpg');
    expect(pieces.ok && pieces.value.map((piece) => (piece.kind === 'presence' ? piece.what : ''))).toEqual([
      '',
      'picture',
      'pictureProperties',
    ]);
  });

  it('ends where the bytes do', () => {
    expect(pictureProperties(Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0]))).toBe(1);
    expect(pictureProperties(Buffer.from([0x89, 0x50, 0x4e]))).toBe(0);
  });
});
