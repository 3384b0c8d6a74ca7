import { expect, it } from 'vitest';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { linkHit } from './link-hits.ts';
import { scanText } from './scan-text.ts';

const verdict = (address: string, shown?: string): string => {
  const hit = linkHit(address, shown);
  return hit === undefined ? 'fine' : `${hit.severity} ${hit.reason}`;
};

it.each([
  'https://www.gov.cn/zhengce/content/2017.htm',
  'http://xx.example-city.gov.cn:8080/a?b=c#d',
  '#第一章',
  '/attachments/a.pdf',
  'mailto:xxgk@example.com',
  'tel:12345',
  'https://www.npc.gov.cn./',
])('%s is fine', (address) => {
  expect(verdict(address, '点击查看')).toBe('fine');
});

it.each([
  'http://10.1.2.3/',
  'http://127.0.0.1:3000/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0300.0250.1.1/',
  'http://[::1]/',
  'http://[::ffff:192.168.1.1]/',
  'http://[fd00::1]/',
  'http://[fe80::1]/',
  'http://oa/',
  'http://oa.county.local/',
  'HTTP:\\\\192.168.0.1\\share',
])('%s leads inside', (address) => {
  expect(verdict(address)).toBe('blocks 链接指向内部网络，公众打不开，并会泄露内部地址；请改为公开网址。');
});

it.each([
  ['javascript:alert(1)', 'blocks 链接会运行程序，不得发布；请删去。'],
  [' java\tscript:alert(1)', 'blocks 链接会运行程序，不得发布；请删去。'],
  ['data:text/html,x', 'blocks 链接会运行程序，不得发布；请删去。'],
  [
    'file:///C:/a.doc',
    'blocks 链接指向本单位电脑上的文件，公众打不开，并会泄露内部路径；请改为网址或者删去。',
  ],
  [
    '\\\\server\\a.doc',
    'blocks 链接指向本单位电脑上的文件，公众打不开，并会泄露内部路径；请改为网址或者删去。',
  ],
  [
    'D:\\工作\\a.doc',
    'blocks 链接指向本单位电脑上的文件，公众打不开，并会泄露内部路径；请改为网址或者删去。',
  ],
  ['https://www.gov.cn@evil.com/', 'blocks 网址中夹带“@”，实际打开的是另一个网站；请改正。'],
  ['https://www.gov.cn.evil.com/', 'blocks 网址很像政府网站，但不是；请核对后改正。'],
  ['https://www.g0v.cn/', 'blocks 网址很像政府网站，但不是；请核对后改正。'],
  ['https://xn--80ak6aa92e.com/', 'blocks 网址很像政府网站，但不是；请核对后改正。'],
  ['http://114.114.114.114/', 'warns 链接用的是数字地址，不是域名；请核对来源。'],
  ['ftp://ftp.example.com/', 'warns 链接不是普通网址，公众可能打不开；请核对。'],
  ['http://', 'warns 网址不完整，打不开；请补全或者删去。'],
])('%s: %s', (address, expected) => {
  expect(verdict(address)).toBe(expected);
});

it('what is shown and what opens must be the same site', () => {
  expect(verdict('https://evil.com/', 'https://www.gov.cn/')).toBe(
    'blocks 显示的网址与实际打开的网址不同；请改正。',
  );
  expect(verdict('https://www.gov.cn/a', 'www.gov.cn/a')).toBe('fine');
});

it('a link that did not answer when it was asked is a warning; what is wrong by its characters goes before', () => {
  const address = 'https://www.gov.cn/gone';
  const bad = 'file:///c/x.doc';
  const place = { kind: 'paragraph', number: 1 } as const;
  const pieces = [address, 'https://www.gov.cn/', bad].map(
    (text) => ({ kind: 'link', text, place }) as const,
  );
  const today = '2026-11-21' as CivilDate;
  const found = scanText(pieces, { today, deadLinks: new Set([address, bad]) });
  expect(found.map(({ text, severity, reason }) => [text, severity, reason.slice(0, 5)])).toEqual([
    [address, 'warns', '链接打不开'],
    [bad, 'blocks', '链接指向本'],
  ]);
  expect(scanText(pieces, { today })).toHaveLength(1);
});
