import type {
  CellChange,
  CellComparison,
  ComparedSide,
} from '@zhaoshi/domain/annual-report/compare/compare-cells';
import type { TextHunk } from '@zhaoshi/domain/annual-report/compare/compare-paragraphs';
import type { SectionComparison, TextComparison } from '@zhaoshi/domain/annual-report/compare/compare-texts';
import { textTable, wrap } from './text-table.ts';

const CHANGES: Readonly<Record<CellChange, string>> = {
  equal: '相同',
  changed: '不同',
  filledIn: '由空改填',
  emptied: '由填改空',
  noFigures: '都不是数字',
  onlyInA: '只在前一份',
  onlyInB: '只在后一份',
};

function side(value: ComparedSide | null): string {
  if (value === null || value.state === 'absent') return '—';
  if (value.state === 'blank') return '空';
  return value.value === null ? value.raw : String(value.value);
}

function ratio({ ratio: value }: CellComparison): string {
  return value === null ? '' : `${value.toFixed(2)}倍`;
}

/** The cells that differ, with both figures, difference and ratio. */
export function printCellChanges(cells: readonly CellComparison[], width: number): string {
  const changed = cells.filter(({ change }) => change !== 'equal' && change !== 'noFigures');
  const equal = cells.length - changed.length;
  if (changed.length === 0) return `数字：${equal}格全部相同。`;
  const rows = changed.map((cell) => [
    cell.name,
    side(cell.a),
    side(cell.b),
    cell.difference === null ? '' : String(cell.difference),
    ratio(cell),
    CHANGES[cell.change],
  ]);
  const columns = [
    { title: '哪一格', grow: 1, least: 24 },
    { title: '前一份', grow: 0, least: 8 },
    { title: '后一份', grow: 0, least: 8 },
    { title: '相差', grow: 0, least: 6 },
    { title: '倍数', grow: 0, least: 6 },
    { title: '变化', grow: 0, least: 8 },
  ];
  return `数字：${changed.length}格不同，${equal}格相同。\n${textTable(columns, rows, width)}`;
}

const MARKS = { added: '＋', removed: '－' } as const;

function printHunk(hunk: TextHunk, width: number): string[] {
  if (hunk.kind === 'equal') return [];
  if (hunk.kind !== 'changed') return [wrap(`${MARKS[hunk.kind]} ${hunk.text}`, width - 4).join('\n    ')];
  const marked = hunk.parts
    .map(({ kind, text }) => (kind === 'equal' ? text : kind === 'added' ? `【＋${text}】` : `【－${text}】`))
    .join('');
  return [wrap(`～ ${marked}`, width - 4).join('\n    ')];
}

function printSection(section: SectionComparison, width: number): string[] {
  const name =
    section.headingB ?? section.headingA ?? (section.section === 'preamble' ? '前言' : section.section);
  const hunks = section.hunks.flatMap((hunk) => printHunk(hunk, width));
  return [`${name}　重复率 ${section.similarity}%`, ...hunks.map((line) => `  ${line}`)];
}

/** The texts part by part: what was added (＋), removed (－) or changed (～), and how alike they are. */
export function printTextChanges(texts: TextComparison, width: number): string {
  // A part without text in either report, such as one that is all table, has nothing to compare.
  const lines = texts.sections
    .filter(({ hunks }) => hunks.length > 0)
    .flatMap((section) => printSection(section, width));
  return [`文字：总体重复率 ${texts.similarity}%`, ...lines].join('\n');
}
