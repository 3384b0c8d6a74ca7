import { expect, it } from 'vitest';
import { jpeg, png } from '../../../test/sample-files.ts';
import { stripPhoto } from './strip-photo.ts';

const segment = (marker: number, words: string): Buffer => {
  const body = Buffer.from(words, 'latin1');
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

const chunk = (type: string, words: string): Buffer => {
  const body = Buffer.from(type + words, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(words.length);
  return Buffer.concat([length, body, Buffer.alloc(4)]);
};

it('a JPEG keeps its picture and loses camera, comment, and what hangs behind its end', () => {
  const scan = Buffer.concat([segment(0xda, 'scan'), Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4])]);
  const photo = Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, 'JFIF'),
    segment(0xe1, 'Exif CAMERA-7 GPS'),
    segment(0xed, 'Photoshop NAME'),
    segment(0xfe, 'comment of ME'),
    segment(0xdb, 'table'),
    scan,
    segment(0xc4, 'second table'),
    scan,
    Buffer.from([0xff, 0xd9]),
    Buffer.from('ftypmp42 FILM'),
  ]);
  const stripped = stripPhoto(photo);
  const text = stripped?.bytes.toString('latin1') ?? '';
  expect(text).not.toMatch(/CAMERA|GPS|NAME|ME|FILM/);
  expect(text).toContain('JFIF');
  expect(text.split('scan')).toHaveLength(3);
  expect(stripped?.bytes.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
  expect(stripPhoto(jpeg())?.bytes.toString('latin1')).not.toContain('Exif');
});

it('a JPEG keeps no small picture of before it was cut, and nothing in the segments of others', () => {
  const small = segment(0xe0, 'JFIF\0\u0001\u0002\u0001\0H\0H\u0001\u0001UNCUT');
  const photo = Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    small,
    segment(0xe0, 'JFXX\0\u0010UNCUT'),
    segment(0xe0, 'CIFF SERIAL'),
    segment(0xee, 'Adobe\0d\0\0\0\0\u0001SERIAL'),
    segment(0xee, 'Other SERIAL'),
    ...[0xf0, 0xf7, 0xfd, 0xde, 0xdf].map((marker) => segment(marker, 'SERIAL')),
    segment(0xda, 'scan'),
    Buffer.from([1, 2, 3, 0xff, 0xd9]),
  ]);
  const text = stripPhoto(photo)?.bytes.toString('latin1') ?? '';
  expect(text).toMatch(/JFIF.*Adobe.*scan/s);
  expect(text).not.toMatch(/UNCUT|SERIAL|JFXX|CIFF/);
});

it('a PNG keeps what draws it and loses texts, times and what hangs behind its end', () => {
  const plain = png();
  const ihdrEnd = 8 + 25;
  const written = Buffer.concat([
    plain.subarray(0, ihdrEnd),
    chunk('tEXt', 'Author ME'),
    chunk('eXIf', 'GPS'),
    chunk('tIME', 'now'),
    plain.subarray(ihdrEnd),
    Buffer.from('BEHIND'),
  ]);
  expect(stripPhoto(written)).toEqual({ bytes: plain, extension: 'png' });
});

it.each([
  ['words', Buffer.from('no photo at all')],
  ['nothing', Buffer.alloc(0)],
  ['a JPEG that was cut off', jpeg().subarray(0, 30_000)],
  ['a PNG that was cut off', png().subarray(0, 40)],
  ['a length of nothing', Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0, 0xff, 0xe1, 0, 0])],
])('%s is no photo', (_what, bytes) => {
  expect(stripPhoto(bytes)).toBeNull();
});
