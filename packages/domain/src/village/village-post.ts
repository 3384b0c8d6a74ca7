import type { ScanFinding } from '../disclosure/scan/finding.ts';
import type { TextPiece } from '../disclosure/scan/piece.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { itemsOn, VILLAGE_ITEMS, type VillageItem } from './village-items.ts';
import { isPeriodOf, periodWords, type VillagePeriod } from './village-period.ts';

/** In which form a village posts. */
export const POST_KINDS = { text: '文字', table: '表格', photo: '照片' } as const;

export type PostKind = keyof typeof POST_KINDS;

export const POST_KIND_NAMES = Object.keys(POST_KINDS) as readonly PostKind[];

export const LONGEST_BODY = 10_000;
export const MOST_PHOTOS = 9;
/** Of the name of an important matter; our own choice. */
export const LONGEST_SUBJECT = 60;
const MOST_ROWS = 500;
const MOST_COLUMNS = 20;

/** What a post says; a table is its lines, one to a row, the first with the headings. */
export interface PostContent {
  readonly kind: PostKind;
  /** What an important matter is about; empty of all others. */
  readonly subject: string;
  readonly body: string;
  /** How many photos are sent with it. */
  readonly photos: number;
}

/** A line of a table is cut at tabs, as spreadsheets copy it, else at commas or bars, else at blanks. */
function cellsOf(line: string): readonly string[] {
  const cut = ['\t', /[|｜]/, /[,，]/].find((mark) => line.search(mark) >= 0);
  return line.split(cut ?? /\s+/).map((cell) => cell.trim());
}

/** The rows of a table as it was typed or pasted; empty lines are left out. */
export const tableRows = (body: string): readonly (readonly string[])[] =>
  body
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map(cellsOf);

/** "2026年11月财务收支"; "2026年11月21日重大事项：修建村道". */
export const postTitle = (item: VillageItem, period: VillagePeriod, subject = ''): string =>
  `${periodWords(period)}${VILLAGE_ITEMS[item].title}${subject === '' ? '' : `：${subject}`}`;

/** What is wrong with the name of what is posted: each important matter has its own, all else is named by its item. */
export function subjectFaults(item: VillageItem, subject: string): readonly PostFault[] {
  const isImportant = item === 'important';
  if (isImportant && subject.trim() === '')
    return [{ pointer: '/subject', message: '请写明是什么重大事项，作为公布的标题。' }];
  return !isImportant && subject !== '' ? [{ pointer: '/subject', message: '只有重大事项另写标题。' }] : [];
}

const TITLE = '标题';

/** What the scan before publication reads of a post: its text, or its table cell by cell with their headings. */
export function postPieces({ kind, subject, body }: PostContent): readonly TextPiece[] {
  const named: readonly TextPiece[] =
    subject === '' ? [] : [{ kind: 'text', text: subject, place: { kind: 'field', name: TITLE } }];
  if (kind !== 'table')
    return [...named, { kind: 'text', text: body, place: { kind: 'field', name: '正文' } }];
  const cells = tableRows(body).flatMap((row, index) =>
    row.map((text, column) => ({
      kind: 'text' as const,
      text,
      place: { kind: 'tableCell' as const, table: 1, row: index + 1, column: column + 1 },
    })),
  );
  return [...named, ...cells];
}

/** Where a finding stands in what was typed; `null` when the words are not there any more. */
function spotOf(content: PostContent, finding: ScanFinding): number | null {
  // The title is mended by hand.
  if (finding.place.name === TITLE) return null;
  if (content.kind !== 'table') return finding.start;
  const { row = 0 } = finding.place;
  const lines = content.body.split('\n');
  const filled = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]));
  const line = filled[row - 1];
  if (line === undefined) return null;
  const before = lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);
  const inLine = (lines[line] ?? '').indexOf(finding.text);
  return inLine < 0 ? null : before + inLine;
}

/** What was typed with every finding masked that a program can mask; nothing else is changed. */
export function maskedBody(content: PostContent, findings: readonly ScanFinding[]): string {
  const spots = findings.flatMap((finding) => {
    const start = spotOf(content, finding);
    return finding.mask === null || start === null ? [] : [{ start, finding, mask: finding.mask }];
  });
  // From the end on, so that the places before stay where they are.
  return spots
    .toSorted((one, other) => other.start - one.start)
    .reduce((body, { start, finding: { text }, mask }) => {
      const found = body.slice(start, start + text.length) === text;
      return found ? body.slice(0, start) + mask + body.slice(start + text.length) : body;
    }, content.body);
}

export interface PostFault {
  readonly pointer: string;
  readonly message: string;
}

/** What is wrong with the content of a post. */
export function contentFaults({ kind, body, photos }: PostContent): readonly PostFault[] {
  const fault = (pointer: string, message: string): readonly PostFault[] => [{ pointer, message }];
  if (kind === 'photo') return photos === 0 ? fault('/photoFileIds', '请先拍照或者选择照片。') : [];
  if (body.trim() === '') return fault('/body', '请填写要公开的内容；本期没有的，写明“本期没有发生”。');
  if (kind === 'text') return [];
  const rows = tableRows(body);
  const width = Math.max(...rows.map((row) => row.length));
  if (rows.length < 2) return fault('/body', '表格至少要有一行标题和一行内容，每行一条。');
  if (rows.length > MOST_ROWS || width > MOST_COLUMNS)
    return fault('/body', `表格最多 ${MOST_ROWS} 行、${MOST_COLUMNS} 列，请分几次公开。`);
  return [];
}

/** What is wrong with item and period: the law of the period names the item, and nothing is posted ahead of its time. */
export function periodFaults(
  item: VillageItem,
  period: VillagePeriod,
  today: CivilDate,
): readonly PostFault[] {
  const isAtOnce = VILLAGE_ITEMS[item].frequency === 'atOnce';
  const isWhole = isAtOnce
    ? isPeriodOf('atOnce', period)
    : isPeriodOf('month', period) || isPeriodOf('quarter', period);
  if (!isWhole)
    return [
      { pointer: '/from', message: isAtOnce ? '重大事项请写明一日。' : '期间应为一个整月或者整季度。' },
    ];
  if (period.from > today)
    return [{ pointer: '/from', message: '还没有到这个期间，请选本期或者以前的期间。' }];
  if (!itemsOn(period.to).includes(item))
    return [{ pointer: '/item', message: `${periodWords(period)}的法律没有这一公开事项，请改选。` }];
  return [];
}
