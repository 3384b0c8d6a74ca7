import type { CivilDate } from '../kernel/civil-date.ts';
import { addDays } from '../kernel/civil-date.ts';
import { fieldsOf, type WorkField, type WorkKind } from './work-kinds.ts';

/** What is written down of a fact; what is not known yet is left out. */
export type WorkFacts = Readonly<Record<string, string | number>>;

/** Something that an organ planned or did for its disclosure work. */
export interface WorkRecord {
  readonly kind: WorkKind;
  readonly title: string;
  /** Until when, or for which day, it is planned; `null`: it was not planned ahead. */
  readonly plannedOn: CivilDate | null;
  readonly doneOn: CivilDate | null;
  readonly facts: WorkFacts;
}

/** What is wrong, in words, with a pointer into the record. */
export interface WorkFault {
  readonly pointer: string;
  readonly message: string;
}

const LONGEST = { line: 200, text: 2000 } as const;
/** What is more was mistyped; our own choice. */
const MOST_PERSONS = 100_000;
const MOST_HOURS = 1000;

function wordFault(value: string | number, { type, options = [] }: WorkField): string | null {
  if (type === 'count' || type === 'hours') {
    if (typeof value !== 'number') return '应为数字';
    const most = type === 'count' ? MOST_PERSONS : MOST_HOURS;
    const isWhole = Number.isInteger(type === 'count' ? value : value * 2);
    if (!isWhole) return type === 'count' ? '应为整数' : '应为整数或者半小时';
    return value < 0 || value > most ? `应在 0 到 ${most} 之间` : null;
  }
  if (typeof value !== 'string') return '应为文字';
  if (type === 'choice') return options.includes(value) ? null : '不在可以选择的范围内';
  return value.length > LONGEST[type] ? `不超过 ${LONGEST[type]} 字` : null;
}

const isGiven = (value: string | number | undefined): boolean =>
  value !== undefined && (typeof value === 'number' || value.trim() !== '');

const at = (name: string): string => `/facts/${name}`;

const numberOf = (facts: WorkFacts, name: string): number | null => {
  const value = facts[name];
  return typeof value === 'number' ? value : null;
};

/** A part is never more than its whole. */
const PARTS = [
  { part: 'tested', whole: 'persons', message: '不能多于参加人数' },
  { part: 'passed', whole: 'tested', message: '不能多于参加测试人数' },
  { part: 'citizens', whole: 'persons', message: '不能多于参加人数' },
] as const;

function partFaults(facts: WorkFacts): readonly WorkFault[] {
  return PARTS.flatMap(({ part, whole, message }) => {
    const some = numberOf(facts, part);
    const all = numberOf(facts, whole);
    return some !== null && all !== null && some > all ? [{ pointer: at(part), message }] : [];
  });
}

/** Everything that keeps a record from being kept as it is. A plan may be incomplete; what is done may not. */
export function workFaults(record: WorkRecord, today: CivilDate): readonly WorkFault[] {
  const { kind, plannedOn, doneOn, facts } = record;
  const fields = fieldsOf(kind);
  const unknown = Object.keys(facts).filter((name) => !Object.hasOwn(fields, name));
  const named = Object.entries(fields).flatMap(([name, field]): WorkFault[] => {
    const value = facts[name];
    if (!isGiven(value)) {
      return doneOn !== null && field.needed === true
        ? [{ pointer: at(name), message: `完成以后请填写“${field.label}”` }]
        : [];
    }
    const message = value === undefined ? null : wordFault(value, field);
    return message === null ? [] : [{ pointer: at(name), message }];
  });
  return [
    ...unknown.map((name) => ({ pointer: at(name), message: '这类记录没有这一项' })),
    ...named,
    ...partFaults(facts),
    ...(doneOn !== null && doneOn > today ? [{ pointer: '/doneOn', message: '不能晚于今天' }] : []),
    ...(doneOn === null && plannedOn === null
      ? [{ pointer: '/plannedOn', message: '还没有完成的，请填写计划日期' }]
      : []),
  ];
}

export const WORK_STATES = { overdue: '逾期', planned: '未完成', done: '已完成' } as const;

export type WorkState = keyof typeof WORK_STATES;

/** Where a record stands on a day; its planned day itself is still in time. */
export function workStateOf(
  { plannedOn, doneOn }: Pick<WorkRecord, 'plannedOn' | 'doneOn'>,
  today: CivilDate,
): WorkState {
  if (doneOn !== null) return 'done';
  return plannedOn !== null && plannedOn < today ? 'overdue' : 'planned';
}

/** No rule names one; a week is our own choice. */
const TOLD_DAYS = 7;

/** What is planned up to this day stands in the to-do list of today. */
export const workToldUntil = (today: CivilDate): CivilDate => addDays(today, TOLD_DAYS);

/** What a year came to in a kind of work. */
export interface WorkTotals {
  readonly done: number;
  readonly open: number;
  readonly overdue: number;
  readonly persons: number;
  readonly hours: number;
}

const NOTHING: WorkTotals = { done: 0, open: 0, overdue: 0, persons: 0, hours: 0 };

/** Adds records up; persons and hours of what is done alone. */
export const workTotals = (records: readonly WorkRecord[], today: CivilDate): WorkTotals =>
  records.reduce((sum, record) => {
    const state = workStateOf(record, today);
    if (state === 'done') {
      return {
        ...sum,
        done: sum.done + 1,
        persons: sum.persons + (numberOf(record.facts, 'persons') ?? 0),
        hours: sum.hours + (numberOf(record.facts, 'hours') ?? 0),
      };
    }
    return { ...sum, open: sum.open + 1, overdue: sum.overdue + (state === 'overdue' ? 1 : 0) };
  }, NOTHING);
