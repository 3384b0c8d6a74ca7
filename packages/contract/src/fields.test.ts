import { describe, expect, it } from 'vitest';
import { line, optionalLine } from './fields.ts';
import { website } from './routes/organs.ts';

describe('a line', () => {
  it.each([
    '\u0000',
    'a\nb',
    'a\u202Eb',
    'a\u2066b',
    'a\u200Bb',
    'a\u200Db',
    'a\uFEFFb',
    'a\u2028b',
    'a\u2029b',
    'a\u00ADb',
  ])('is refused with what cannot be seen: %j', (text) => {
    expect(line(10).safeParse(text).success).toBe(false);
    expect(optionalLine(10).safeParse(text).success).toBe(false);
  });

  it('is taken in every writing', () => {
    for (const text of ['河东县人民政府', 'ئۇيغۇر', '𠀀号', 'a “b”—c']) {
      expect(line(20).parse(text)).toBe(text);
      expect(optionalLine(20).parse(text)).toBe(text);
    }
  });
});

describe('a website', () => {
  it.each([
    'https://user:pw@evil.example/',
    'https://www.gov.cn@evil.example',
    'https://www.gov.cn\\@evil.example/',
    'https://www.gov.cn/\\x',
    'javascript:alert(1)',
    'https:///x',
    'ftp://a.example/',
  ])('%s is refused', (text) => {
    expect(website.safeParse(text).success).toBe(false);
  });

  it.each(['', 'https://www.gov.cn', 'http://a.gov.cn:8080/x?y=@1#z', 'https://政府.example/a@b'])(
    '%s is taken',
    (text) => {
      expect(website.parse(text)).toBe(text);
    },
  );
});
