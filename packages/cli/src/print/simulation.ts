import type { DerivedDate } from '@zhaoshi/domain/calendar/working-days';
import type { Simulation } from '../simulate-clock.ts';
import { consultationName, dateWords, derivationLines, eventWords } from './clock.ts';
import { textTable, wrap } from './text-table.ts';

const SUSPENDED = { correction: '正在等待补正，期限没有计算', fee: '正在等待缴费，期限没有计算' } as const;

const COLUMNS = [
  { title: '序', grow: 0, least: 2 },
  { title: '日期', grow: 0, least: 10 },
  { title: '事件', grow: 3, least: 16 },
  { title: '其后的答复期限', grow: 2, least: 14 },
];

const stepTable = ({ steps }: Simulation, width: number): string =>
  textTable(
    COLUMNS,
    steps.map(({ event, due }, index) => [
      String(index + 1),
      event.on,
      eventWords(event),
      due === null ? '—' : dateWords(due),
    ]),
    width,
  );

function refusalWords({ refused }: Simulation): readonly string[] {
  if (refused === null) return [];
  const { index, event, message } = refused;
  return [
    `第${index + 1}项不能办理：${event.on} ${eventWords(event)}`,
    `  原因：${message}`,
    `  这一项和其后各项没有计算，以下各日期只到第${index}项。`,
  ];
}

function dated(title: string, date: DerivedDate | null, width: number): readonly string[] {
  if (date === null) return [];
  const lines = derivationLines(date).flatMap((line) => wrap(line, width - 4));
  return [`${title}：${dateWords(date)}`, ...lines.map((line) => `    ${line}`)];
}

function endWords({ ended, repliedInTime, dates: { due } }: Simulation): readonly string[] {
  if (ended === null) return [];
  if (repliedInTime === null) return [`已于${ended.on}办结，期限不再计算。`];
  const last = due === null ? '期限中止期间' : `答复期限${dateWords(due)}`;
  return [`已于${ended.on}答复，${last}，${repliedInTime ? '按期' : '逾期'}。`];
}

/** The whole account for people: what was accepted, what was not and why, every date with its derivation. */
export function printSimulation(simulation: Simulation, width: number): string {
  const { today, dates, milestones, suspendedFor } = simulation;
  const waits = suspendedFor === 'fee' ? '缴费截止' : '补正截止';
  const blocks: readonly (readonly string[])[] = [
    [stepTable(simulation, width)],
    refusalWords(simulation),
    [`以${today}为今天：`, ...endWords(simulation), ...(suspendedFor ? [SUSPENDED[suspendedFor]] : [])],
    dated('答复期限', dates.due, width),
    dated('答复期限（预计，征求意见尚未结束）', dates.projectedDue, width),
    dated('补正告知截止', dates.correctionNoticeLimit, width),
    dated(waits, dates.suspensionEnd, width),
    dated('原答复期限（补正告知超过7个工作日）', dates.strictDue, width),
    ...dates.consultations.map(({ consultationId, kind, lapse }) =>
      dated(`${consultationName(kind)}（${consultationId}）期满`, lapse, width),
    ),
    milestones.length === 0
      ? []
      : [
          dates.due?.provisional === true ? '内部时限（暂定）：' : '内部时限：',
          ...milestones.map(({ title, on }) => `    ${on}　${title}`),
        ],
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
}
