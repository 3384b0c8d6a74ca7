import { err, ok, type Result } from '../../kernel/result.ts';
import type { IndexField, IndexPattern } from './pattern.ts';

/** What an index number says; a field that the pattern does not have is `null`. */
export interface IndexParts {
  /** 机构代码, for example 000014349 or 0142768-8. */
  readonly organCode: string | null;
  readonly category: string | null;
  readonly year: number | null;
  readonly month: number | null;
  /** From 1. */
  readonly serial: number;
}

/** Codes of organs and categories: letters, digits, Chinese characters, hyphens and dots inside. */
const CODE = '[\\p{Script=Han}A-Za-z0-9](?:[\\p{Script=Han}A-Za-z0-9.\\-]*[\\p{Script=Han}A-Za-z0-9])?';

const FIELD_SOURCE: Readonly<Record<Exclude<IndexField, 'serial'>, string>> = {
  organCode: CODE,
  category: CODE,
  year: '(?:19|20)\\d{2}',
  month: '0[1-9]|1[0-2]',
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

function expressionOf({ pieces }: IndexPattern): RegExp {
  const source = pieces.map((piece) => {
    if (piece.kind === 'text') return escaped(piece.text);
    // A serial number grows beyond its width instead of being cut.
    const value = piece.field === 'serial' ? `\\d{${piece.width ?? 1},9}` : FIELD_SOURCE[piece.field];
    return `(?<${piece.field}>${value})`;
  });
  return new RegExp(`^${source.join('')}$`, 'u');
}

const isCode = (text: string): boolean => new RegExp(`^(?:${CODE})$`, 'u').test(text);

function faultOf(field: IndexField, parts: IndexParts): string | null {
  if (field === 'organCode' || field === 'category') {
    const words = field === 'organCode' ? '机构代码' : '类别';
    const code = parts[field];
    if (code === null || code === '') return `索引号需要${words}，本机关没有设置`;
    return isCode(code) ? null : `${words}“${code}”含有索引号不能使用的字符`;
  }
  if (field === 'year') {
    return parts.year !== null && parts.year >= 1900 && parts.year <= 2099 ? null : '索引号需要四位年份';
  }
  if (field === 'month') {
    return parts.month !== null && parts.month >= 1 && parts.month <= 12 ? null : '索引号需要 1 至 12 的月份';
  }
  return Number.isSafeInteger(parts.serial) && parts.serial >= 1 && parts.serial <= 999_999_999
    ? null
    : '索引号的流水号应为大于 0 的整数，不超过九位';
}

function printed(field: IndexField, width: number | null, parts: IndexParts): string {
  if (field === 'serial') return String(parts.serial).padStart(width ?? 1, '0');
  if (field === 'month') return String(parts.month).padStart(2, '0');
  return String(parts[field]);
}

/** The index number of these parts; refused in Chinese when a part that the pattern asks for is missing or wrong. */
export function formatIndexNumber(pattern: IndexPattern, parts: IndexParts): Result<string, string> {
  let text = '';
  for (const piece of pattern.pieces) {
    if (piece.kind === 'text') {
      text += piece.text;
      continue;
    }
    const fault = faultOf(piece.field, parts);
    if (fault !== null) return err(fault);
    text += printed(piece.field, piece.width, parts);
  }
  // Codes may hold the pattern's own separators (0142768-8): two sets of parts must never make the same number.
  return isReadAs(parseIndexNumber(pattern, text), parts, pattern)
    ? ok(text)
    : err(`按编排“${pattern.source}”，索引号“${text}”会有两种读法，请检查机构代码和类别`);
}

const isReadAs = (read: IndexParts | undefined, parts: IndexParts, { pieces }: IndexPattern): boolean =>
  read !== undefined &&
  pieces.every((piece) => piece.kind === 'text' || read[piece.field] === parts[piece.field]);

/** What an index number says by a pattern; `undefined` when it is not one of it. Spaces around it do not count. */
export function parseIndexNumber(pattern: IndexPattern, text: string): IndexParts | undefined {
  const groups = expressionOf(pattern).exec(text.trim())?.groups;
  if (groups === undefined) return undefined;
  const { organCode, category, year, month, serial } = groups;
  const number = Number(serial);
  if (number < 1) return undefined;
  return {
    organCode: organCode ?? null,
    category: category ?? null,
    year: year === undefined ? null : Number(year),
    month: month === undefined ? null : Number(month),
    serial: number,
  };
}

/**
 * The series that a serial number counts in: everything of the number but the serial itself, so that every organ, year
 * or category that the pattern names starts at 1. The store keeps the highest
 * number **ever** given out in each series, withdrawn and deleted items included, because an index number is never used
 * again (publication.md §6).
 */
export function seriesOf(pattern: IndexPattern, parts: Omit<IndexParts, 'serial'>): string {
  const values = pattern.pieces.map((piece) => {
    if (piece.kind === 'text') return piece.text;
    return piece.field === 'serial' ? '#' : printed(piece.field, piece.width, { ...parts, serial: 0 });
  });
  return values.join('');
}
