/** Spaces of every kind, zero-width marks and the soft hyphen: none of them is visible as text. */
const INVISIBLE = /[\s\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]/g;

const UNIFIED: readonly (readonly [RegExp, string])[] = [
  [/[“”„‟"＂'‘’「」『』〝〞]/g, ''],
  [/[〔[【{〈《]/g, '('],
  [/[〕\]】}〉》]/g, ')'],
  [/[、。·•・,;﹒]/g, '.'],
  [/[—–―‐‑−─~]/g, '-'],
  [/\.{2,}/g, '.'],
];

/** The labels of a form come again with every report; words of a file that are no labels must not pile up. */
const LABELS_KEPT = 2_000;
const LONGEST_LABEL_KEPT = 60;
const known = new Map<string, string>();

/**
 * A label without what never changes its meaning (annual-report.md §12): spaces and line breaks, full or half
 * width, kind of brackets, quotation marks, and “.”/“、”/“．” as one. For comparing, never for showing.
 */
export function normaliseLabel(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  const label = UNIFIED.reduce(
    (unified, [pattern, replacement]) => unified.replace(pattern, replacement),
    text.replace(INVISIBLE, '').normalize('NFKC').replace(INVISIBLE, ''),
  );
  if (text.length <= LONGEST_LABEL_KEPT && known.size < LABELS_KEPT) known.set(text, label);
  return label;
}

const NUMBER = '(?:[一二三四五六七八九十]{1,3}|\\d{1,2})';
const ORDINAL = new RegExp(`^(?:\\(${NUMBER}\\)|第${NUMBER}部分|${NUMBER}[.:)])[.:]?`);

/** Splits a normalised label into its number (“(三)”, “1.”, “四.”; empty when it has none) and its words. */
export function splitOrdinal(label: string): { readonly ordinal: string; readonly words: string } {
  const ordinal = ORDINAL.exec(label)?.[0] ?? '';
  return { ordinal, words: label.slice(ordinal.length) };
}
