import { describe, expect, it } from 'vitest';
import { OFFICIAL_YEARS } from '../../calendar/official-years.ts';
import { createCalendar } from '../../calendar/working-calendar.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { TREE_KIND_NAMES } from '../../organ/tree.ts';
import { publicationRulesFrom } from '../../setting/publication-rules.ts';
import { settingsAt } from '../../setting/resolve.ts';
import { EMPTY_CONTENT } from '../document-content.ts';
import {
  boardShowing,
  type HangingPoster,
  posterStateOn,
  refusePlan,
  refuseTakingDown,
} from './board-showing.ts';
import { gazetteNumberWords, gazetteTotalWords, refuseGazette } from './gazette.ts';
import { handoverDue, isHandoverLate, lateSince } from './handover.ts';

const day = (text: string): CivilDate => text as CivilDate;
const context = {
  calendar: createCalendar(OFFICIAL_YEARS),
  rules: publicationRulesFrom(settingsAt('', [])),
};
const board = { ...context, boardDays: 15 };

describe('how long a poster hangs', () => {
  it('is the organ’s days from the day after, where no rule fixes a showing', () => {
    expect(boardShowing(EMPTY_CONTENT, day('2026-11-21'), board)).toEqual({
      until: '2026-12-06',
      words: '本机关规定张贴不少于15日',
    });
  });

  it('is what a special law fixes, also where that is longer than the organ’s days', () => {
    // 土地管理法实施条例28: 30 days.
    const content = {
      ...EMPTY_CONTENT,
      matter: 'landCompensationPlan',
      createdOn: day('2026-03-02'),
    } as const;
    const { until, words } = boardShowing(content, day('2026-03-02'), board);
    expect(until).toBe('2026-04-01');
    expect(words).toContain('不少于30日');
  });

  it('is the document’s own last day where it is the later', () => {
    const content = { ...EMPTY_CONTENT, shownUntil: day('2026-11-25') };
    expect(boardShowing(content, day('2026-11-21'), board).until).toBe('2026-11-25');
  });

  it('refuses a plan to take it down before its last day is over', () => {
    const showing = { until: day('2026-12-06'), words: '' };
    expect(refusePlan(day('2026-12-06'), showing)).toContain('须在2026-12-06以后');
    expect(refusePlan(day('2026-12-07'), showing)).toBeNull();
  });
});

describe('a poster that hangs', () => {
  const poster: HangingPoster = {
    postedOn: day('2026-11-21'),
    until: day('2026-12-06'),
    plannedOn: day('2026-12-08'),
    isWithdrawn: false,
    isSuperseded: false,
  };

  it.each([
    ['2026-12-06', 'hanging'],
    ['2026-12-07', 'mayGo'],
    ['2026-12-08', 'mayGo'],
    ['2026-12-09', 'overdue'],
  ] as const)('on %s is %s', (today, state) => {
    expect(posterStateOn(poster, day(today))).toBe(state);
  });

  it('goes down at once when its document was withdrawn, and not before its last day otherwise', () => {
    const on = day('2026-11-30');
    expect(refuseTakingDown(poster, on, on)).toContain('2026-12-07起方可撤下');
    expect(refuseTakingDown({ ...poster, isWithdrawn: true }, on, on)).toBeNull();
    expect(posterStateOn({ ...poster, isWithdrawn: true, isSuperseded: true }, on)).toBe('withdrawn');
    expect(refuseTakingDown(poster, day('2026-12-07'), day('2026-12-07'))).toBeNull();
  });

  it('is taken down neither before it was put up nor in the future', () => {
    const gone = { ...poster, isWithdrawn: true };
    expect(refuseTakingDown(gone, day('2026-11-20'), day('2026-11-22'))).toContain('不能早于张贴日期');
    expect(refuseTakingDown(gone, day('2026-11-23'), day('2026-11-22'))).toContain('不能晚于今天');
  });
});

describe('handover to archives and library', () => {
  it('is due 20 working days after the day of being made, and late the day after', () => {
    const due = handoverDue(day('2026-03-02'), context);
    expect(due).toEqual({ dueOn: '2026-03-30', isProvisional: false });
    expect(isHandoverLate(due, day('2026-03-30'))).toBe(false);
    expect(isHandoverLate(due, day('2026-03-31'))).toBe(true);
  });

  it('has no last day where the setting is 0', () => {
    const rules = { ...context.rules, handoverDays: 0 };
    const due = handoverDue(day('2026-03-02'), { ...context, rules });
    expect(due.dueOn).toBeNull();
    expect(isHandoverLate(due, day('2030-01-01'))).toBe(false);
    expect(lateSince(day('2026-11-21'), { ...context, rules })).toBeNull();
  });

  it('names the last day of being made that is late today', () => {
    const today = day('2026-03-31');
    const since = lateSince(today, context);
    expect(since).toBe('2026-03-02');
    expect(isHandoverLate(handoverDue(day('2026-03-03'), context), today)).toBe(false);
  });
});

describe('a gazette', () => {
  it('is run by governments from the county up, and refused to all others with the reason', () => {
    const allowed = TREE_KIND_NAMES.filter((kind) => refuseGazette(kind) === null);
    expect(allowed).toEqual(['provinceGovernment', 'cityGovernment', 'countyGovernment']);
    expect(refuseGazette('department')).toContain('部门不办政府公报');
    expect(refuseGazette('township')).toContain('乡镇、街道不办');
  });

  it('is numbered within the year, and over all where that is kept', () => {
    expect(gazetteNumberWords({ year: 2026, number: 3, total: null })).toBe('2026年第3号');
    expect(gazetteTotalWords({ year: 2026, number: 3, total: 27 })).toBe('总第27号');
    expect(gazetteTotalWords({ year: 2026, number: 3, total: null })).toBe('');
  });
});
