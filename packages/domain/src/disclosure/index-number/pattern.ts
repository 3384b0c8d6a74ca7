import { err, ok, type Result } from '../../kernel/result.ts';

/** What a place in an index number stands for. */
export const INDEX_FIELDS = {
  organCode: '机构代码',
  category: '类别',
  year: '年份',
  month: '月份',
  serial: '流水号',
} as const;

export type IndexField = keyof typeof INDEX_FIELDS;

/** A piece of a pattern: words that are printed as they are, or a field; `width` of a serial number in digits. */
export type IndexPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly field: IndexField; readonly width: number | null };

export interface IndexPattern {
  /** As it was written, for example `{organCode}/{year}-{serial:5}`. */
  readonly source: string;
  readonly pieces: readonly IndexPiece[];
}

const DEFAULT_SERIAL_WIDTH = 5;
const MOST_SERIAL_DIGITS = 9;

/** Outside fields: Chinese characters, letters, digits and the separators in use; nothing that needs escaping in an address. */
const TEXT = /^[\p{Script=Han}A-Za-z0-9/\-_.·〔〕[\]()（）]*$/u;

const isIndexField = (text: string): text is IndexField => Object.hasOwn(INDEX_FIELDS, text);

function pieceOf(token: string): Result<IndexPiece, string> {
  if (!token.startsWith('{')) {
    return TEXT.test(token)
      ? ok({ kind: 'text', text: token })
      : err(`索引号编排中的“${token}”含有不能使用的字符`);
  }
  const [, name = '', width] = /^\{([A-Za-z]+)(?::(\d+))?\}$/.exec(token) ?? [];
  if (!isIndexField(name)) {
    return err(`索引号编排中的“${token}”不认识，可用${Object.keys(INDEX_FIELDS).join('、')}`);
  }
  if (name !== 'serial') {
    return width === undefined
      ? ok({ kind: 'field', field: name, width: null })
      : err(`索引号编排中只有流水号可以写位数：“${token}”`);
  }
  const digits = width === undefined ? DEFAULT_SERIAL_WIDTH : Number(width);
  return digits >= 1 && digits <= MOST_SERIAL_DIGITS
    ? ok({ kind: 'field', field: name, width: digits })
    : err(`流水号的位数应为 1 至 ${MOST_SERIAL_DIGITS}`);
}

/** Fields of free length beside each other cannot be told apart when a number is read. */
function faultOf(pieces: readonly IndexPiece[]): string | null {
  const fields = pieces.flatMap((piece) => (piece.kind === 'field' ? [piece.field] : []));
  if (!fields.includes('serial')) return '索引号编排必须有流水号 {serial}';
  if (new Set(fields).size < fields.length) return '索引号编排中每一项只能出现一次';
  if (fields.includes('month') && !fields.includes('year')) return '索引号编排中有月份的，必须有年份';
  const isFree = (piece: IndexPiece | undefined): boolean =>
    piece?.kind === 'field' && (piece.field === 'organCode' || piece.field === 'category');
  const touching = pieces.some((piece, at) => {
    const next = pieces[at + 1];
    return (isFree(piece) && next?.kind === 'field') || (piece.kind === 'field' && isFree(next));
  });
  return touching ? '机构代码、类别与相邻的项之间应有“/”“-”等分隔' : null;
}

/**
 * Reads the pattern of a jurisdiction's index numbers (publication.md §6): fields in braces, all else printed as it is.
 * In use are 机构代码/年份-流水号 (`{organCode}/{year}-{serial:5}`) and 机构代码 + 类别 + 年度 + 流水号 [L].
 * Errors are Chinese sentences without a full stop, as settings show them.
 */
export function parseIndexPattern(source: string): Result<IndexPattern, string> {
  const pieces: IndexPiece[] = [];
  for (const token of source.match(/\{[^{}]*\}|[^{}]+|[{}]/g) ?? []) {
    const piece = pieceOf(token);
    if (!piece.ok) return piece;
    pieces.push(piece.value);
  }
  const fault = faultOf(pieces);
  return fault === null ? ok({ source, pieces }) : err(fault);
}
