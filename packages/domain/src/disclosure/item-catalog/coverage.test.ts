import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OFFICIAL_YEARS } from '../../calendar/official-years.ts';
import { createCalendar } from '../../calendar/working-calendar.ts';
import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import type { CatalogItem } from './catalog-item.ts';
import { coverageCounts, type ItemPublication, itemCoverage, type NothingProduced } from './coverage.ts';
import { splitElements } from './elements.ts';

const day = (text: string): CivilDate => text as CivilDate;
const calendar = createCalendar(OFFICIAL_YEARS);
const TODAY = day('2026-11-21');

const item = (publicationPeriod: string, more: Partial<CatalogItem> = {}): CatalogItem => ({
  code: '1',
  field: 'socialAssistance',
  level1: '最低生活保障',
  level2: '办事指南',
  contentElements: [],
  basis: [],
  publicationPeriod,
  responsibleOrgan: '昭和县民政局',
  channels: { must: ['website'], may: [], otherWords: '' },
  audience: 'public',
  audienceWords: '',
  disclosureClass: 'proactive',
  levels: ['county'],
  validFrom: day('2021-01-01'),
  validTo: null,
  ...more,
});

const published = (...days: readonly string[]): readonly ItemPublication[] =>
  days.map((on, index) => ({ documentId: `d${index}`, code: '1', publishedOn: day(on), dueOn: null }));

function one(
  period: CatalogItem,
  publications: readonly ItemPublication[] = [],
  statements: readonly NothingProduced[] = [],
  today = TODAY,
) {
  const [row] = itemCoverage({ items: [period], publications, statements }, today, calendar);
  if (row === undefined) throw new Error('no row');
  return row;
}

describe('what comes round every quarter', () => {
  test.each([
    ['each quarter', ['2026-05-10', '2026-08-10', '2026-11-10'], 'published', [], null],
    ['this quarter still open', ['2026-05-10', '2026-08-10'], 'published', [], '2026-12-31'],
    ['the third quarter missed', ['2026-05-10'], 'overdue', ['2026-09-30'], '2026-12-31'],
    ['two quarters missed', [], 'overdue', ['2026-06-30', '2026-09-30'], '2026-12-31'],
    ['missed and made good late', ['2026-05-10', '2026-10-08'], 'published', [], null],
  ])('%s', (_, days, state, overdueSince, nextDueOn) => {
    expect(one(item('每季度'), published(...days))).toMatchObject({ state, overdueSince, nextDueOn });
  });

  test('with so many working days after its end, which 国庆 makes longer', () => {
    const row = one(item('每季度结束后10个工作日内'), published('2026-07-10'), [], day('2026-10-15'));
    // 10-08…10 (Saturday works) are 3, 12…16 make 8, 19 and 20 make 10.
    expect([row.state, row.nextDueOn]).toEqual(['published', '2026-10-20']);
  });

  test('nothing is owed for the time before the item came into force', () => {
    expect(one(item('每季度', { validFrom: day('2026-10-08') }))).toMatchObject({
      state: 'gap',
      overdueSince: [],
      nextDueOn: '2026-12-31',
    });
  });

  test('a statement for the year stands for its quarters', () => {
    expect(one(item('每季度'), [], [{ code: '1', year: 2026 }])).toMatchObject({
      state: 'stated',
      overdueSince: [],
      nextDueOn: null,
    });
  });
});

describe('what is due on a day of every year', () => {
  test.each([
    [['2024-01-20', '2025-01-20', '2026-01-20'], '2026-11-21', 'published', [], '2027-01-31'],
    [['2024-01-20', '2025-01-20'], '2026-11-21', 'overdue', ['2026-01-31'], '2027-01-31'],
    [['2024-01-20', '2025-01-20', '2026-02-03'], '2026-11-21', 'published', [], '2027-01-31'],
    [['2024-01-20', '2025-01-20'], '2026-01-31', 'published', [], '2026-01-31'],
  ])('published %j, seen on %s', (days, today, state, overdueSince, nextDueOn) => {
    const row = one(item('每年1月31日前'), published(...days), [], day(today));
    expect(row).toMatchObject({ state, overdueSince, nextDueOn });
  });
});

describe('what comes up now and then', () => {
  test.each([
    ['20个工作日内', ['2026-01-05'], [], 'published'],
    ['20个工作日内', ['2025-12-31'], [], 'gap'],
    ['20个工作日内', [], [2026], 'stated'],
    ['20个工作日内', [], [2025], 'gap'],
    ['长期公开', ['2021-03-01'], [], 'published'],
    ['长期公开', [], [], 'gap'],
    ['按进度公开', ['2026-01-05'], [], 'published'],
    ['按进度公开', [], [], 'gap'],
  ])('%s, published %j, stated for %j: %s', (wording, days, years, state) => {
    const statements = years.map((year) => ({ code: '1', year }));
    expect(one(item(wording), published(...days), statements).state).toBe(state);
  });

  test('a document past its own last day makes the item overdue, one before it is due next', () => {
    const open = (dueOn: string): ItemPublication => ({
      documentId: dueOn,
      code: '1',
      publishedOn: null,
      dueOn: day(dueOn),
    });
    const row = one(item('20个工作日内'), [
      ...published('2026-02-01'),
      open('2026-11-20'),
      open('2026-12-01'),
      open('2026-11-25'),
    ]);
    expect(row).toMatchObject({
      state: 'overdue',
      overdueDocuments: ['2026-11-20'],
      nextDueOn: '2026-11-25',
    });
  });

  test('an unread wording is shown as it is', () => {
    expect(one(item('按进度公开')).period).toEqual({ kind: 'unparsed', words: '按进度公开' });
  });
});

test('nothing is expected of what has ended or is given on application', () => {
  expect(one(item('每季度', { validTo: day('2026-06-30') })).state).toBe('notValid');
  expect(one(item('每季度', { disclosureClass: 'onApplication' })).state).toBe('onApplication');
});

test('one more publication never makes an item worse, and the counts are of all items', () => {
  const RANK = { published: 0, stated: 0, notValid: 0, onApplication: 0, gap: 1, overdue: 2 } as const;
  const wordings = fc.constantFrom(
    '每季度',
    '每月',
    '每年1月31日前',
    '20个工作日内',
    '长期',
    '按进度公开',
    '每周',
  );
  const days = fc.nat({ max: 900 }).map((offset) => addDays(day('2024-06-01'), offset));
  fc.assert(
    fc.property(wordings, fc.array(days, { maxLength: 6 }), days, days, (wording, before, extra, today) => {
      const now = one(item(wording), published(...before), [], today);
      const more = one(item(wording), published(...before, extra), [], today);
      expect(RANK[more.state]).toBeLessThanOrEqual(RANK[now.state]);
      const counts = coverageCounts([now, more]);
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(2);
    }),
    { seed: 20_260_131 },
  );
});

describe('the elements of an item', () => {
  test.each([
    ['1.政策法规文件；2.申请条件、程序；3.救助标准', ['政策法规文件', '申请条件、程序', '救助标准']],
    ['●机构名称\n●办公地址\n●联系电话', ['机构名称', '办公地址', '联系电话']],
    ['（1）项目名称（2）中标金额2.5万元以上的', ['项目名称', '中标金额2.5万元以上的']],
    ['低保对象名单', ['低保对象名单']],
    ['', []],
  ])('%j', (text, elements) => {
    expect(splitElements(text)).toEqual(elements);
  });
});
