import { CHINA_AHEAD_MS, parseCivilDate } from '../kernel/civil-date.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { SEEN_LINE, UNSEEN_WORDS } from '../kernel/unseen.ts';
import { OPINION_LEVEL_NAMES, OPINION_LEVELS, type OpinionLevel } from './opinion.ts';
import { timeFaults } from './steps.ts';

interface OpinionColumn {
  readonly title: string;
  readonly required: boolean;
  /** In characters. */
  readonly longest: number;
  readonly help: string;
}

const LEVEL_TITLES = OPINION_LEVEL_NAMES.map((level) => OPINION_LEVELS[level]).join('、');
const MINUTE = '北京时间，写成 2026-01-31 08:30';

/** Events as a sheet has them, a row each; the same columns go out and come in. */
export const OPINION_COLUMNS = {
  title: { title: '标题', required: true, longest: 200, help: '一句话写明什么事' },
  level: { title: '级别', required: true, longest: 20, help: LEVEL_TITLES },
  foundAt: { title: '发现时间', required: true, longest: 30, help: MINUTE },
  occurredAt: { title: '发生时间', required: false, longest: 30, help: `${MINUTE}；不清楚的空着` },
  platform: { title: '来源', required: false, longest: 100, help: '如微博、热线、当地论坛' },
  link: { title: '链接', required: false, longest: 1000, help: '以 http:// 或者 https:// 开头' },
  summary: { title: '摘要', required: false, longest: 2000, help: '' },
} as const satisfies Readonly<Record<string, OpinionColumn>>;

export type OpinionColumnId = keyof typeof OPINION_COLUMNS;

export const OPINION_COLUMN_IDS = Object.keys(OPINION_COLUMNS) as readonly OpinionColumnId[];

/** A row as its cells show it, trimmed; blank cells are empty texts. */
export type OpinionRow = Readonly<Record<OpinionColumnId, string>>;

/** Events of one file; our own choice. */
export const MOST_OPINIONS = 500;

/** An event as it is entered, by whatever way it comes. */
export interface EnteredOpinion {
  readonly title: string;
  readonly level: OpinionLevel;
  readonly foundAt: Date;
  readonly occurredAt: Date | null;
  readonly platform: string;
  readonly link: string;
  readonly summary: string;
}

const MOMENT = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ T]+(\d{1,2})[:时](\d{2})(?:[:分](\d{2})?秒?)?$/u;

/** A moment in Beijing as people write it; `null` for anything else. Nothing is guessed. */
export function parseBeijingMoment(text: string): Date | null {
  const found = MOMENT.exec(text.normalize('NFKC').trim());
  if (found === null) return null;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '0'] = found;
  const date = parseCivilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (date === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const time = [hour, minute, second].map((part) => part.padStart(2, '0')).join(':');
  return new Date(Date.parse(`${date}T${time}Z`) - CHINA_AHEAD_MS);
}

/** Whether a link can be opened: nothing, or an address of the web. */
export const isWebLink = (text: string): boolean => text === '' || /^https?:\/\/[^\s<>"]+$/u.test(text);

function textFaults(row: OpinionRow): readonly string[] {
  return [
    ...OPINION_COLUMN_IDS.flatMap((id) => {
      const { title, longest, required } = OPINION_COLUMNS[id];
      if (required && row[id] === '') return [`“${title}”没有填写。`];
      return Array.from(row[id]).length > longest ? [`“${title}”超过 ${longest} 字。`] : [];
    }),
    // What is typed in on the screen is held to the same.
    ...(SEEN_LINE.test(row.title) ? [] : [`“标题”${UNSEEN_WORDS}。`]),
    ...(isWebLink(row.link) ? [] : ['“链接”应以 http:// 或者 https:// 开头。']),
  ];
}

/** An event out of a row, or everything that is wrong with the row. */
export function parseOpinionRow(row: OpinionRow, now: Date): Result<EnteredOpinion, readonly string[]> {
  const level = OPINION_LEVEL_NAMES.find((name) => OPINION_LEVELS[name] === row.level);
  const foundAt = parseBeijingMoment(row.foundAt);
  const occurredAt = row.occurredAt === '' ? null : parseBeijingMoment(row.occurredAt);
  const reasons = [...textFaults(row)];
  if (level === undefined && row.level !== '') reasons.push(`“级别”应为${LEVEL_TITLES}之一。`);
  if (foundAt === null && row.foundAt !== '') reasons.push(`“发现时间”应为${MINUTE}。`);
  if (occurredAt === null && row.occurredAt !== '') reasons.push(`“发生时间”应为${MINUTE}。`);
  if (foundAt !== null) reasons.push(...timeFaults({ occurredAt, foundAt }, now).map(({ words }) => words));
  if (level === undefined || foundAt === null || reasons.length > 0) return err(reasons);
  const { title, platform, link, summary } = row;
  return ok({ title, level, foundAt, occurredAt, platform, link, summary });
}
