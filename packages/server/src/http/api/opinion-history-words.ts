import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import { civilMinuteAt } from '@zhaoshi/domain/kernel/civil-date';
import {
  OPINION_LEVELS,
  OPINION_ORIGINS,
  OPINION_STEPS,
  RELEASE_KINDS,
} from '@zhaoshi/domain/opinion/opinion';
import { z } from 'zod';
import type { OpinionEventType } from '../../db/schema/opinion.ts';

const moment = z.coerce.date();
const clocks = z.object({
  level: z.enum(Object.keys(OPINION_LEVELS) as [keyof typeof OPINION_LEVELS]),
  foundAt: moment,
  occurredAt: moment.nullable(),
});
const step = z.enum(Object.keys(OPINION_STEPS) as [keyof typeof OPINION_STEPS]);
const release = z.object({
  kind: z.enum(Object.keys(RELEASE_KINDS) as [keyof typeof RELEASE_KINDS]),
  releasedAt: moment,
});

/** As the page shows its other moments: 2026年11月21日 09:00. */
function minute(at: Date | null): string {
  if (at === null) return '不清楚';
  const [day = '', clock = ''] = civilMinuteAt(at).split(' ');
  return `${chineseDate(day)} ${clock}`;
}

/** What a correction moved: 级别：其他政务舆情→重大突发事件. */
function editWords(data: unknown): string {
  const { before, after } = z.object({ before: clocks, after: clocks }).parse(data);
  const said = (one: z.infer<typeof clocks>): readonly (readonly [string, string])[] => [
    ['级别', OPINION_LEVELS[one.level]],
    ['发现时间', minute(one.foundAt)],
    ['发生时间', minute(one.occurredAt)],
  ];
  const later = new Map(said(after));
  const changed = said(before)
    .filter(([name, value]) => later.get(name) !== value)
    .map(([name, value]) => `${name}：${value}→${later.get(name) ?? ''}`);
  return changed.length === 0 ? '修改登记的内容' : `修改${changed.join('；')}`;
}

const WORDS: Readonly<Record<OpinionEventType, (data: unknown) => string>> = {
  enter: (data) => {
    const origins = z.enum(Object.keys(OPINION_ORIGINS) as [keyof typeof OPINION_ORIGINS]);
    const { origin, level } = clocks.extend({ origin: origins }).parse(data);
    return `收集（${OPINION_ORIGINS[origin]}），${OPINION_LEVELS[level]}`;
  },
  edit: editWords,
  step: (data) => OPINION_STEPS[z.object({ after: step }).parse(data).after],
  release: (data) => {
    const { kind, releasedAt } = release.parse(data);
    return `登记${RELEASE_KINDS[kind]}，${minute(releasedAt)}`;
  },
  removeRelease: (data) => {
    const { kind, releasedAt } = release.parse(data);
    return `删去${RELEASE_KINDS[kind]}，${minute(releasedAt)}`;
  },
  linkDocument: () => '关联回应文件',
  unlinkDocument: () => '取消关联回应文件',
};

/** What happened, in words. */
export const opinionEventWords = (type: OpinionEventType, data: unknown): string => WORDS[type](data);
