import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCivilDate } from '../kernel/civil-date.ts';
import { fieldsOf, WORK_KIND_NAMES, type WorkKind } from './work-kinds.ts';
import {
  type WorkFacts,
  type WorkRecord,
  workFaults,
  workStateOf,
  workToldUntil,
  workTotals,
} from './work-record.ts';

const day = (text: string) => parseCivilDate(text) ?? expect.fail(text);
const TODAY = day('2026-11-22');

const FULL: Readonly<Record<WorkKind, WorkFacts>> = {
  task: { plan: '2026年政务公开工作要点', owner: '党政办', result: '目录已经公布' },
  training: { content: '条例和工作要求', hours: 1.5, persons: 42, tested: 40, passed: 38 },
  meeting: {
    form: '座谈会',
    persons: 30,
    citizens: 22,
    opinions: '公示栏换得更勤一些',
    response: '已改为每周更换',
  },
  publicity: { form: '宣传册、办事指南取阅点', place: '便民服务中心' },
  accountability: {
    ground: '未经保密审查公开',
    fact: '一件通知未经审查上网',
    unit: '综合办',
    power: '县政府办公室',
    result: '责令改正',
  },
};

const record = (kind: WorkKind, changed: Partial<WorkRecord> = {}): WorkRecord => ({
  kind,
  title: '一件事',
  plannedOn: null,
  doneOn: day('2026-05-12'),
  facts: FULL[kind],
  ...changed,
});

const faults = (one: WorkRecord) =>
  workFaults(one, TODAY).map(({ pointer, message }) => `${pointer} ${message}`);

describe('a record of work', () => {
  it.each(WORK_KIND_NAMES)('of the kind %s is kept when it is complete', (kind) => {
    expect(faults(record(kind))).toEqual([]);
  });

  it.each(WORK_KIND_NAMES)('of the kind %s may be planned with nothing else known', (kind) => {
    expect(faults(record(kind, { doneOn: null, plannedOn: day('2026-12-31'), facts: {} }))).toEqual([]);
  });

  it.each(WORK_KIND_NAMES)('of the kind %s says of each missing fact once it is done', (kind) => {
    const needed = Object.entries(fieldsOf(kind)).filter(([, { needed: isNeeded }]) => isNeeded === true);
    expect(faults(record(kind, { facts: {} }))).toEqual(
      needed.map(([name, { label }]) => `/facts/${name} 完成以后请填写“${label}”`),
    );
  });

  it.each([
    [record('training', { doneOn: day('2026-11-23') }), '/doneOn 不能晚于今天'],
    [record('training', { doneOn: null }), '/plannedOn 还没有完成的，请填写计划日期'],
    [record('training', { facts: { ...FULL.training, persons: 39 } }), '/facts/tested 不能多于参加人数'],
    [record('training', { facts: { ...FULL.training, passed: 41 } }), '/facts/passed 不能多于参加测试人数'],
    [record('training', { facts: { ...FULL.training, hours: 1.25 } }), '/facts/hours 应为整数或者半小时'],
    [record('training', { facts: { ...FULL.training, persons: 1.5 } }), '/facts/persons 应为整数'],
    [record('training', { facts: { ...FULL.training, hours: -1 } }), '/facts/hours 应在 0 到 1000 之间'],
    [record('training', { facts: { ...FULL.training, persons: '很多' } }), '/facts/persons 应为数字'],
    [record('meeting', { facts: { ...FULL.meeting, form: '茶话会' } }), '/facts/form 不在可以选择的范围内'],
    [record('meeting', { facts: { ...FULL.meeting, citizens: 31 } }), '/facts/citizens 不能多于参加人数'],
    [record('task', { facts: { ...FULL.task, owner: 3 } }), '/facts/owner 应为文字'],
    [record('task', { facts: { ...FULL.task, owner: '办'.repeat(201) } }), '/facts/owner 不超过 200 字'],
    [record('task', { facts: { ...FULL.task, toString: '无' } }), '/facts/toString 这类记录没有这一项'],
  ])('names what is wrong: %#', (one, fault) => {
    expect(faults(one)).toContain(fault);
  });

  it.each([
    ['2026-11-21', null, 'overdue'],
    ['2026-11-22', null, 'planned'],
    [null, '2026-11-22', 'done'],
    ['2026-01-01', '2026-11-22', 'done'],
  ] as const)('planned for %s and done on %s is %s', (plannedOn, doneOn, state) => {
    expect(
      workStateOf({ plannedOn: plannedOn && day(plannedOn), doneOn: doneOn && day(doneOn) }, TODAY),
    ).toBe(state);
  });

  it('stands in the to-do list a week before its day', () => {
    expect(workToldUntil(TODAY)).toBe('2026-11-29');
    expect(workToldUntil(day('2026-12-28'))).toBe('2027-01-04');
  });

  it('is counted the same in any order, and in parts', () => {
    const some = fc.record({
      persons: fc.integer({ min: 0, max: 500 }),
      halves: fc.integer({ min: 0, max: 40 }),
      plannedOn: fc.constantFrom(null, day('2026-02-01'), day('2026-12-01')),
      isDone: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(some), fc.nat(), (drawn, cut) => {
        const all = drawn.map(({ persons, halves, plannedOn, isDone }) =>
          record('training', {
            plannedOn: isDone ? plannedOn : (plannedOn ?? day('2026-03-01')),
            doneOn: isDone ? day('2026-05-12') : null,
            facts: { ...FULL.training, persons, hours: halves / 2 },
          }),
        );
        const parts = [all.slice(0, cut % (all.length + 1)), all.slice(cut % (all.length + 1))];
        const [one, two] = parts.map((part) => workTotals(part, TODAY));
        const whole = workTotals(all.toReversed(), TODAY);
        for (const name of ['done', 'open', 'overdue', 'persons', 'hours'] as const) {
          expect(whole[name]).toBe((one?.[name] ?? 0) + (two?.[name] ?? 0));
        }
        expect(whole.done + whole.open).toBe(all.length);
      }),
      { seed: 20_260_131 },
    );
  });
});
