import { Buffer } from 'node:buffer';
import type { Random } from './random.ts';

/** Pieces that readers take notice of, thrown into texts of every kind. */
const TOKENS: readonly string[] = [
  '一、总体情况',
  '三、收到和处理政府信息公开申请情况',
  '总计',
  '0',
  '-1',
  '1e309',
  '16.877万元',
  '（三）',
  '\t',
  '\n\n',
  '　',
  '\u0000',
  '\uFFFE',
  '\uD800',
  '9'.repeat(400),
  '<table>',
  '</table>',
  '<td colspan="1000" rowspan="65534">',
  '<tr>',
  '<!--',
  ']]>',
  '&#x110000;',
  '<pre>',
  '<b id="x">',
  '"',
  '{',
  '[',
  '[bookmark: _GoBack]',
  '<w:tbl>',
  '</w:tc>',
  '<w:gridSpan w:val="99999999"/>',
  '<w:vMerge/>',
  '<w:p>',
  '<c r="XFD1048576"/>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '<!DOCTYPE x [<!ENTITY e "e">]>',
  '__proto__',
  '4294967296',
  ' obj <<',
  ' endstream',
  ' Tj ',
  '行政复议',
  '自然人',
  '第二十条第（一）项',
];

export const MAX_BYTES = 256 * 1024;

type Range = readonly [start: number, end: number];

function range(random: Random, length: number): Range {
  const start = random.int(length + 1);
  const most = random.oneIn(4) ? length : 24;
  return [start, Math.min(length, start + random.int(most))];
}

/** One edit of a text. */
function editText(text: string, random: Random): string {
  const [start, end] = range(random, text.length);
  switch (random.int(7)) {
    case 0:
      return text.slice(0, start) + text.slice(end);
    case 1:
      return text.slice(0, start) + random.pick(TOKENS) + text.slice(start);
    case 2:
      return text.slice(0, start) + random.pick(TOKENS) + text.slice(end);
    case 3:
      return text.slice(0, end) + text.slice(start);
    case 4:
      return text.slice(0, start);
    case 5:
      return text.slice(0, start) + String.fromCharCode(random.int(0x10000)) + text.slice(start + 1);
    default: {
      const [from, to] = range(random, text.length);
      return text.slice(0, start) + text.slice(from, to) + text.slice(start);
    }
  }
}

/** A text after a few edits. */
export function mutateText(text: string, random: Random): string {
  let result = text;
  for (let edits = 1 + random.int(5); edits > 0; edits--) result = editText(result, random);
  return result.slice(0, MAX_BYTES);
}

/** Bytes after a few edits: bits, values that break length fields, cuts, copies. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let result = Buffer.from(bytes);
  for (let edits = 1 + random.int(6); edits > 0 && result.length > 0; edits--) {
    const [start, end] = range(random, result.length);
    const at = random.int(result.length);
    switch (random.int(6)) {
      case 0:
        result[at] = (result[at] ?? 0) ^ (1 << random.int(8));
        break;
      case 1:
        result[at] = random.pick([0, 1, 0x7f, 0x80, 0xff]);
        break;
      case 2:
        if (at + 4 <= result.length)
          result.writeUInt32LE(random.pick([0, 1, 0x7fffffff, 0xffffffff, random.int(4096)]), at);
        break;
      case 3:
        result = result.subarray(0, start);
        break;
      case 4:
        result = Buffer.concat([result.subarray(0, start), result.subarray(end)]);
        break;
      default:
        result = Buffer.concat([result.subarray(0, end), result.subarray(start)]);
    }
  }
  return result.subarray(0, MAX_BYTES);
}
