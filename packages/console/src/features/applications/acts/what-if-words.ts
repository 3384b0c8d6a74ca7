import { STATUSES, type Status } from '@zhaoshi/domain/application/status';
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

const WITHOUT_DUE: Readonly<Partial<Record<Status, string>>> = {
  awaitingConfirmation: '尚未起算',
  awaitingCorrection: '中止，补正后重新计算',
  awaitingPayment: '中止，缴费后继续',
};

/** The last day to reply; while the period is suspended or over there is none. */
const dueWords = (status: Status, { due, isProjected }: Dates): string =>
  due === null ? (WITHOUT_DUE[status] ?? '不再计算') : `${told(due)}${isProjected ? '（预计）' : ''}`;

/** Everything that an act would change, in the order in which it matters. */
export function changesOf({ status, dates }: ShownCase, after: WhatIf): readonly Change[] {
  const rows: readonly Change[] = [
    { label: '状态', before: STATUSES[status], after: STATUSES[after.status] },
    { label: '答复的最后一日', before: dueWords(status, dates), after: dueWords(after.status, after.dates) },
    { label: '等待申请人至', before: told(dates.waitsUntil), after: told(after.dates.waitsUntil) },
    {
      label: '告知补正超过7个工作日，不重新起算的最后一日',
      before: told(dates.strictDue),
      after: told(after.dates.strictDue),
    },
  ];
  return rows.filter((row) => row.before !== row.after);
}
