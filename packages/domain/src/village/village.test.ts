import { describe, expect, it, test } from 'vitest';
import { scanText } from '../disclosure/scan/scan-text.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { type DueItem, dueItems, lightsOf, type PostedItem, usualPeriod, waitingItems } from './due-items.ts';
import { shownUntil, untilWithBoard } from './showing.ts';
import { itemsOn, type VillageItem, villageLawOn } from './village-items.ts';
import { periodOf, periodWords } from './village-period.ts';
import { contentFaults, maskedBody, periodFaults, postPieces, postTitle, tableRows } from './village-post.ts';

const d = (text: string) => text as CivilDate;
const posted = (item: VillageItem, from: string, to: string): PostedItem => ({
  item,
  periodFrom: d(from),
  periodTo: d(to),
});
const words = (due: readonly DueItem[]) =>
  due.map(({ item, period, state }) => `${item} ${periodWords(period)} ${state}`);
const due = (
  today: string,
  posts: readonly PostedItem[] = [],
  keptSince: string | null = null,
  daysAfterPeriod = 0,
) =>
  dueItems(posts, {
    today: d(today),
    keptSince: keptSince === null ? null : d(keptSince),
    monthlyFinances: true,
    daysAfterPeriod,
  });

describe('the items of the law', () => {
  it('are those of article 35 from 2026 on, and those of the former article 30 before', () => {
    expect(itemsOn(d('2025-12-31'))).toContain('familyPlanning');
    expect(itemsOn(d('2025-12-31'))).not.toContain('consultations');
    expect(itemsOn(d('2026-01-01'))).toContain('consultations');
    expect(itemsOn(d('2026-01-01'))).not.toContain('familyPlanning');
    expect(villageLawOn(d('2025-12-31'))).toContain('第三十条');
    expect(villageLawOn(d('2026-01-01'))).toContain('第三十五条');
  });
});

describe('months and quarters', () => {
  test.each([
    ['month', '2024-02-29', '2024-02-01', '2024-02-29', '2024年2月'],
    ['month', '2026-12-31', '2026-12-01', '2026-12-31', '2026年12月'],
    ['quarter', '2026-01-01', '2026-01-01', '2026-03-31', '2026年第一季度'],
    ['quarter', '2026-06-30', '2026-04-01', '2026-06-30', '2026年第二季度'],
    ['quarter', '2026-12-31', '2026-10-01', '2026-12-31', '2026年第四季度'],
    ['atOnce', '2026-11-22', '2026-11-22', '2026-11-22', '2026年11月22日'],
  ] as const)('%s of %s', (frequency, date, from, to, shown) => {
    const period = periodOf(frequency, d(date));
    expect([period.from, period.to, periodWords(period)]).toEqual([from, to, shown]);
  });
});

describe('what is due', () => {
  it('is finances each month and all else each quarter, with the days they end', () => {
    expect(due('2026-11-22').map(({ item, dueOn }) => [item, dueOn])).toEqual([
      ['decisions', '2026-12-31'],
      ['consultations', '2026-12-31'],
      ['relief', '2026-12-31'],
      ['assistance', '2026-12-31'],
      ['finances', '2026-11-30'],
      ['otherMatters', '2026-12-31'],
    ]);
  });

  it('is finances each quarter where there is little traffic, and a month of it is enough', () => {
    const context = { today: d('2026-11-22'), keptSince: null, monthlyFinances: false, daysAfterPeriod: 0 };
    const october = [posted('finances', '2026-10-01', '2026-10-31')];
    const finances = dueItems(october, context).filter(({ item }) => item === 'finances');
    expect(words(finances)).toEqual(['finances 2026年第四季度 posted']);
  });

  test.each([
    ['2026-11-22', 'open'],
    ['2026-11-23', 'soon'],
    ['2026-11-30', 'soon'],
  ])('finances of November are on %s %s', (today, state) => {
    expect(words(due(today))).toContain(`finances 2026年11月 ${state}`);
  });

  it('was missed when its month is over, from the first post on and not before', () => {
    expect(words(due('2026-12-01')).filter((line) => line.endsWith('missed'))).toEqual([]);
    expect(words(due('2026-12-01', [], '2026-11-30'))).toContain('finances 2026年11月 missed');
    expect(words(due('2026-12-01', [], '2026-12-01')).filter((line) => line.endsWith('missed'))).toEqual([]);
    const done = [posted('finances', '2026-11-01', '2026-11-30')];
    expect(words(due('2026-12-01', done, '2026-11-30'))).not.toContain('finances 2026年11月 missed');
  });

  const finances = (lines: readonly DueItem[]) => words(lines.filter(({ item }) => item === 'finances'));

  it('lists every month that was missed since the quarter before, and a late post counts for its own month', () => {
    expect(finances(due('2026-11-22', [], '2026-07-10'))).toEqual([
      'finances 2026年7月 missed',
      'finances 2026年8月 missed',
      'finances 2026年9月 missed',
      'finances 2026年10月 missed',
      'finances 2026年11月 open',
    ]);
    const late = [posted('finances', '2026-09-01', '2026-09-30')];
    expect(finances(due('2026-11-22', late, '2026-09-15'))).toEqual([
      'finances 2026年10月 missed',
      'finances 2026年11月 open',
    ]);
    expect(finances(due('2026-11-22', [], '2026-01-01'))[0]).toContain('2026年7月');
  });

  it('leaves the days after a month that a setting gives, and calls on people before the last of them', () => {
    const on = (today: string) => finances(due(today, [], '2026-10-15', 10));
    expect(on('2026-11-02')).toEqual(['finances 2026年10月 open', 'finances 2026年11月 open']);
    expect(on('2026-11-03')[0]).toBe('finances 2026年10月 soon');
    expect(on('2026-11-10')[0]).toBe('finances 2026年10月 soon');
    expect(on('2026-11-11')[0]).toBe('finances 2026年10月 missed');
    expect(due('2026-11-22', [], null, 10).find(({ item }) => item === 'finances')?.dueOn).toBe('2026-12-10');
  });

  it('is of the oldest period that waits unless somebody says which', () => {
    const usual = (posts: readonly PostedItem[]) => {
      const period = usualPeriod('finances', due('2026-11-22', posts, '2026-09-15'));
      return period === null ? null : periodWords(period);
    };
    const september = posted('finances', '2026-09-01', '2026-09-30');
    expect(usual([])).toBe('2026年9月');
    expect(usual([september])).toBe('2026年10月');
    const all = ['10-01/10-31', '11-01/11-30'].map((span) => {
      const [from = '', to = ''] = span.split('/');
      return posted('finances', `2026-${from}`, `2026-${to}`);
    });
    expect(usual([september, ...all])).toBe('2026年11月');
    expect(usualPeriod('important', due('2026-11-22'))).toBeNull();
  });

  it('over the turn of the year asks of the old quarter what the old law asked', () => {
    const missed = words(due('2026-01-05', [], '2025-11-01')).filter((line) => line.endsWith('missed'));
    expect(missed).toContain('familyPlanning 2025年第四季度 missed');
    expect(missed).not.toContain('consultations 2025年第四季度 missed');
    expect(words(due('2026-01-05'))).toContain('consultations 2026年第一季度 open');
  });

  it('gives each item its worst light, and what waits by its day', () => {
    const all = due('2026-12-01', [posted('finances', '2026-12-01', '2026-12-31')], '2026-11-02');
    expect(lightsOf(all).get('finances')).toBe('missed');
    expect(lightsOf(all).get('relief')).toBe('open');
    expect(words(waitingItems(all))[0]).toBe('finances 2026年11月 missed');
  });
});

describe('the time of showing', () => {
  test.each([
    ['2026-11-22', '2026-12-07'],
    ['2026-12-31', '2027-01-15'],
    ['2024-02-20', '2024-03-06'],
  ])('of a post of %s ends on %s at the earliest', (from, until) => {
    expect(shownUntil(d(from))).toBe(until);
  });

  it('grows when the board was put up later, and never shrinks', () => {
    expect(untilWithBoard(d('2026-12-07'), d('2026-11-25'))).toBe('2026-12-10');
    expect(untilWithBoard(d('2026-12-31'), d('2026-11-25'))).toBe('2026-12-31');
  });
});

describe('a post', () => {
  const table = {
    kind: 'table',
    subject: '',
    body: '姓名，身份证号，金额\n张三，11010519491231002X，300',
    photos: 0,
  } as const;

  it('reads a table out of tabs, commas and blanks', () => {
    expect(tableRows('项目\t金额\n修路\t3,000')).toEqual([
      ['项目', '金额'],
      ['修路', '3,000'],
    ]);
    expect(tableRows('项目 金额\n\n修路 3000')).toHaveLength(2);
  });

  it('is scanned cell by cell, and masked where it was typed', () => {
    const found = scanText(postPieces(table), { today: d('2026-11-22') });
    expect(found.filter(({ severity }) => severity === 'blocks').map(({ kind }) => kind)).toEqual([
      'idNumber',
    ]);
    const masked = maskedBody(table, found);
    expect(masked).not.toContain('11010519491231002X');
    expect(masked.startsWith('姓名，身份证号，金额\n张三，')).toBe(true);
    expect(scanText(postPieces({ ...table, body: masked }), { today: d('2026-11-22') })).toEqual([]);
  });

  it('masks every number of a text', () => {
    const body = '联系人电话13812345678，身份证号11010519491231002X。';
    const content = { kind: 'text', subject: '', body, photos: 0 } as const;
    const masked = maskedBody(content, scanText(postPieces(content), { today: d('2026-11-22') }));
    expect(masked).not.toMatch(/13812345678|11010519491231002X/);
  });

  it('says what it lacks', () => {
    expect(contentFaults({ kind: 'photo', subject: '', body: '', photos: 0 })[0]?.message).toContain('照片');
    expect(contentFaults({ kind: 'text', subject: '', body: ' ', photos: 0 })[0]?.message).toContain(
      '本期没有发生',
    );
    expect(contentFaults({ kind: 'table', subject: '', body: '一行', photos: 0 })[0]?.message).toContain(
      '一行标题',
    );
    expect(contentFaults(table)).toEqual([]);
  });

  it('is about a whole month or quarter that has begun, and an item of the law of its time', () => {
    const today = d('2026-11-22');
    const november = periodOf('month', today);
    expect(periodFaults('finances', november, today)).toEqual([]);
    expect(periodFaults('finances', { from: d('2026-11-02'), to: d('2026-11-30') }, today)).toHaveLength(1);
    expect(periodFaults('finances', periodOf('month', d('2026-12-01')), today)[0]?.message).toContain(
      '没有到',
    );
    expect(periodFaults('familyPlanning', november, today)[0]?.message).toContain('没有这一公开事项');
    expect(periodFaults('important', november, today)[0]?.message).toContain('一日');
    expect(postTitle('finances', november)).toBe('2026年11月财务收支');
    expect(postTitle('important', { from: today, to: today }, '修路')).toMatch(/日重大事项：修路$/);
  });
});
