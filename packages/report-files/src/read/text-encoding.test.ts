import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from './text-encoding.ts';

/** 自然人 in GBK. */
const GBK = Buffer.from([0xd7, 0xd4, 0xc8, 0xbb, 0xc8, 0xcb]);
const decode = (bytes: Uint8Array, html = false) => {
  const { text, encoding, notes } = decodeText(bytes, { html });
  return [text, encoding, ...notes.map((note) => note.code)];
};

test('byte order marks decide and are not part of the text', () => {
  expect(decode(Buffer.from('\uFEFF年报', 'utf8'))).toEqual(['年报', 'UTF-8']);
  expect(decode(Buffer.from('\uFEFF年报', 'utf16le'))).toEqual(['年报', 'UTF-16LE', 'text.encoding']);
  expect(decode(Buffer.from('\uFEFF年报', 'utf16le').swap16())).toEqual([
    '年报',
    'UTF-16BE',
    'text.encoding',
  ]);
});

test('without a mark: UTF-8 where it is valid, else GB18030, which is said', () => {
  expect(decode(Buffer.from('年报'))).toEqual(['年报', 'UTF-8']);
  expect(decode(GBK)).toEqual(['自然人', 'GB18030', 'text.encoding']);
});

test('bytes that mean nothing are shown and said', () => {
  expect(decode(Buffer.concat([GBK, Buffer.from([0xff, 0xff])]))).toEqual([
    '自然人\uFFFD\uFFFD',
    'GB18030',
    'text.encoding',
    'text.undecodable',
  ]);
});

test('UTF-8 that was cut or spoiled in a place stays UTF-8', () => {
  const bytes = Buffer.from('三、收到和处理政府信息公开申请情况');
  expect(decode(bytes.subarray(0, -1))).toEqual([
    '三、收到和处理政府信息公开申请情\uFFFD',
    'UTF-8',
    'text.undecodable',
  ]);
  for (let at = 0; at < bytes.length; at += 6) bytes[at] = 0xff;
  expect(decode(bytes)[1]).toBe('GB18030');
});

test("a page's declaration is followed, unless its bytes say otherwise", () => {
  const page = (charset: string, rest: Uint8Array) =>
    Buffer.concat([
      Buffer.from(`<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`),
      rest,
    ]);
  expect(decode(page('gb2312', GBK), true)[1]).toBe('GB18030');
  expect(decode(page('big5', Buffer.from([0xa4, 0xa4])), true)[0]).toMatch(/中$/);
  // Saved again as UTF-8 by a program that left the declaration alone.
  expect(decode(page('gbk', Buffer.from('政府信息公开年度报告')), true)[1]).toBe('UTF-8');
  expect(decode(page('utf-8', GBK), true)[1]).toBe('GB18030');
  expect(decode(page('no-such-charset', GBK), true)[1]).toBe('GB18030');
  expect(decode(page('utf-16', Buffer.from('年报')), true)[1]).toBe('UTF-8');
});

test('no bytes make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, html) => {
      expect(typeof decodeText(bytes, { html }).text).toBe('string');
    }),
    { seed: 20_260_131 },
  );
});
