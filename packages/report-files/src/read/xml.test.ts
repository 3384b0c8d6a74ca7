import { expect, test } from 'vitest';
import { failureCode } from '../../test/failure.ts';
import { parseXml } from './xml.ts';

function events(xml: string | Uint8Array, prefixes?: Record<string, string>): string[] {
  const seen: string[] = [];
  const bytes = typeof xml === 'string' ? new TextEncoder().encode(xml) : xml;
  const handlers = {
    open: (name: string, attributes: Readonly<Record<string, string>>) =>
      seen.push(`<${name} ${JSON.stringify(attributes)}`),
    close: (name: string) => seen.push(`>${name}`),
    text: (text: string) => seen.push(text),
  };
  parseXml(bytes, handlers, prefixes === undefined ? {} : { prefixes });
  return seen;
}

const codeOf = (xml: string | Uint8Array) => failureCode(() => events(xml));

test('elements, attributes, text and CDATA are told in order', () => {
  expect(events('<a b="1">甲&amp;&#x4E59;<c/><![CDATA[<丙>]]></a>')).toEqual([
    '<a {"b":"1"}',
    '甲&乙',
    '<c {}',
    '>c',
    '<丙>',
    '>a',
  ]);
});

test.each([
  ['utf-8 with mark', Buffer.from('\ufeff<a>甲</a>', 'utf8')],
  ['utf-16le with mark', Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><a>甲</a>', 'utf16le')],
  ['utf-16le without', Buffer.from('<a>甲</a>', 'utf16le')],
  ['utf-16be with mark', Buffer.from('\ufeff<a>甲</a>', 'utf16le').swap16()],
  [
    'gb2312 as declared',
    Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="GB2312"?><a>'),
      Buffer.from([0xbc, 0xd7]),
      Buffer.from('</a>'),
    ]),
  ],
  ['utf-8 that claims utf-16', Buffer.from('<?xml version="1.0" encoding="UTF-16"?><a>甲</a>', 'utf8')],
])('%s is decoded', (_, bytes) => {
  expect(events(bytes)).toEqual(['<a {}', '甲', '>a']);
});

test('prefixes bound otherwise at the root arrive as expected', () => {
  expect(events('<n:a xmlns:n="urn:w" n:b="1" c="2"/>', { 'urn:w': 'w' })[0]).toBe(
    '<w:a {"xmlns:n":"urn:w","w:b":"1","c":"2"}',
  );
  expect(events('<a xmlns="urn:w" b="1"/>', { 'urn:w': 'w' })[0]).toBe('<w:a {"xmlns":"urn:w","b":"1"}');
  expect(events('<p:a xmlns:p="urn:none"/>', { 'urn:none': '' })[0]).toBe('<a {"xmlns:p":"urn:none"}');
});

const LAUGHS = `<!DOCTYPE l [<!ENTITY a "ha">${'bcdefghij'
  .split('')
  .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`)
  .join('')}]><l>&j;</l>`;

test.each([
  ['external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
  ['billion laughs', LAUGHS],
  ['external DTD', '<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>'],
])('%s is forbidden', async (_, xml) => {
  expect(await codeOf(xml)).toBe('forbidden-xml');
});

test.each(['<a><b></a>', '<a', '', '<a>&nbsp;</a>', '<a b="1" b="2"/>', '<a/><b/>', 'text', '<a>\u0001</a>'])(
  '%j is damaged',
  async (xml) => {
    expect(await codeOf(xml)).toBe('damaged');
  },
);

test('bytes that are no text in the encoding are damaged', async () => {
  expect(
    await codeOf(Buffer.concat([Buffer.from('<a>'), Buffer.from([0xff, 0xfe, 0xfd]), Buffer.from('</a>')])),
  ).toBe('damaged');
});

test('depth is bounded', async () => {
  expect(await codeOf('<a>'.repeat(512) + '</a>'.repeat(512))).toBe('read');
  expect(await codeOf('<a>'.repeat(513) + '</a>'.repeat(513))).toBe('too-complex');
  expect(await codeOf('<a>'.repeat(1_000_000))).toBe('too-complex');
});

test('a mistake in a handler stays visible', () => {
  const broken = {
    open: () => {
      throw new TypeError('mistake');
    },
  };
  expect(() => parseXml(Buffer.from('<a/>'), broken)).toThrow(TypeError);
});
