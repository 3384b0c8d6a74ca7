import { STATUSES } from '@zhaoshi/domain/application/status';
import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import type { ShownCase, ShownDerivation } from '../shown-application.ts';
import { dayOf } from './entered.ts';
import type { WhatIf } from './use-what-if.ts';

/** One thing that an act changes: how it is now and how it would be. */
export interface Change {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

const NONE = '没有';

const told = (derived: ShownDerivation | null): string => {
  const date = dayOf(derived?.date);
  if (derived === null || date === undefined) return NONE;
  return `${chineseDate(date)}${derived.provisional ? '（暂定）' : ''}`;
};

type Dates = ShownCase['dates'];

/** The last day to reply; while the period is suspended or over there is none. */
const dueWords = ({ due, isProjected, waitsUntil }: Dates): string => {
  if (due !== null) return `${told(due)}${isProjected ? '（预计）' : ''}`;
  return waitsUntil === null ? '不再计算' : '中止计算';
};

/** Everything that an act would change, in the order in which it matters. */
export function changesOf({ status, dates }: ShownCase, after: WhatIf): readonly Change[] {
  const rows: readonly Change[] = [
    { label: '状态', before: STATUSES[status], after: STATUSES[after.status] },
    { label: '答复的最后一日', before: dueWords(dates), after: dueWords(after.dates) },
    { label: '等待申请人至', before: told(dates.waitsUntil), after: told(after.dates.waitsUntil) },
    {
      label: '告知补正的最后一日',
      before: told(dates.correctionNoticeLimit),
      after: told(after.dates.correctionNoticeLimit),
    },
    {
      label: '严格计算的最后一日',
      before: told(dates.strictDue),
      after: told(after.dates.strictDue),
    },
  ];
  return rows.filter((row) => row.before !== row.after);
}
