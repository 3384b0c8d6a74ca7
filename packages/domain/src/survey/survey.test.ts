import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCivilDate } from '../kernel/civil-date.ts';
import { endOfSurvey, type Survey, surveyFaults, takesAnswers } from './survey.ts';
import {
  addSheet,
  emptyBox,
  LEAST_SHEETS,
  type SurveyAnswer,
  sheetFaults,
  surveyResults,
  tooFewSheets,
} from './survey-box.ts';

const day = (text: string) => parseCivilDate(text) ?? expect.fail(text);
const TODAY = day('2026-11-22');

const SURVEY: Survey = {
  title: '2026年政府信息公开社会评议',
  intro: '',
  mode: 'open',
  opensOn: day('2026-11-20'),
  closesOn: day('2026-12-20'),
  questions: [
    { kind: 'single', question: '您从哪里看到公开的信息？', options: ['网站', '公示栏', '微信'] },
    { kind: 'multiple', question: '您希望多公开什么？', options: ['财政', '村务', '办事'] },
    { kind: 'rating', question: '总体满意程度', options: [] },
    { kind: 'text', question: '意见建议', options: [] },
  ],
};
const { questions } = SURVEY;

describe('a survey', () => {
  it.each([
    ['2026-11-19', false],
    ['2026-11-20', true],
    ['2026-12-20', true],
    ['2026-12-21', false],
  ])('takes answers on %s: %s', (date, takes) => {
    expect(takesAnswers({ ...SURVEY, status: 'open' }, day(date))).toBe(takes);
    expect(takesAnswers({ ...SURVEY, status: 'closed' }, day(date))).toBe(false);
  });

  it.each([
    ['2026-11-19', null],
    ['2026-11-20', '2026-11-20'],
    ['2026-12-01', '2026-12-01'],
    ['2026-12-20', '2026-12-20'],
    ['2027-01-05', '2026-12-20'],
  ])('ended on %s ran until %s', (date, last) => {
    expect(endOfSurvey(SURVEY, day(date))).toBe(last);
  });

  it.each([
    [{ questions: [] }, '至少要有一道题'],
    [{ closesOn: day('2026-11-19') }, '结束日期不能早于开始日期'],
    [{ opensOn: day('2026-10-01'), closesOn: day('2026-11-21') }, '结束日期已经过去'],
    [
      { questions: [{ kind: 'single', question: '？', options: ['是'] }] },
      '选择题至少要有两个选项，选项不能为空',
    ],
    [{ questions: [{ kind: 'single', question: '？', options: ['是', ' 是'] }] }, '选项不能重复'],
    [
      {
        questions: Array.from(
          { length: 51 },
          () => ({ kind: 'rating', question: '？', options: [] }) as const,
        ),
      },
      '题目和多选的选项太多，请分成两项调查',
    ],
    [{ questions: [{ kind: 'text', question: '？', options: ['是'] }] }, '打分和文字题没有选项'],
  ] as const)('is not started with %j', (changed, message) => {
    expect(surveyFaults({ ...SURVEY, ...changed }, TODAY).map((fault) => fault.message)).toContain(message);
  });

  it('is started as it is', () => {
    expect(surveyFaults(SURVEY, TODAY)).toEqual([]);
  });
});

describe('a sheet', () => {
  it.each([
    [[[0], [0, 2], [4], ''], []],
    [[[], [0], [4], ''], ['/answers/0 请选择']],
    [[[0, 1], [0], [4], ''], ['/answers/0 只能选一项']],
    [[[3], [0], [4], ''], ['/answers/0 不在可以选择的范围内']],
    [
      [[0], [1, 1], [5], ''],
      ['/answers/1 不在可以选择的范围内', '/answers/2 不在可以选择的范围内'],
    ],
    [[[0], [0], [4], '字'.repeat(501)], ['/answers/3 不超过 500 字']],
    [
      ['网站', [0], [4], [0]],
      ['/answers/0 请选择', '/answers/3 不超过 500 字'],
    ],
  ] as const)('%j has the faults %j', (answers, faults) => {
    const found = sheetFaults(questions, answers, false);
    expect(found.map(({ pointer, message }) => `${pointer} ${message}`)).toEqual(faults);
  });

  it('on paper may leave everything open', () => {
    expect(sheetFaults(questions, [[], [], [], ''], true)).toEqual([]);
  });
});

const sheet: fc.Arbitrary<readonly SurveyAnswer[]> = fc.tuple(
  fc.integer({ min: 0, max: 2 }).map((place) => [place]),
  fc.subarray([0, 1, 2], { minLength: 1 }),
  fc.integer({ min: 0, max: 4 }).map((place) => [place]),
  fc.constantFrom('', '多贴一些', '换得更勤', '  好  '),
);

const boxOf = (sheets: readonly (readonly SurveyAnswer[])[]) =>
  sheets.reduce((box, answers) => {
    const added = addSheet(questions, box, answers, false);
    return added.ok ? added.value : expect.fail(JSON.stringify(added.error));
  }, emptyBox(questions));

describe('the box', () => {
  it('is the same in whatever order the sheets came', () => {
    fc.assert(
      fc.property(
        fc
          .array(sheet)
          .chain((sheets) =>
            fc.tuple(fc.constant(sheets), fc.shuffledSubarray(sheets, { minLength: sheets.length })),
          ),
        ([sheets, others]) => {
          expect(boxOf(others)).toEqual(boxOf(sheets));
        },
      ),
      { seed: 20_260_131 },
    );
  });

  it('counts each sheet once in every question of one answer', () => {
    fc.assert(
      fc.property(fc.array(sheet), (sheets) => {
        const { counts, sheets: total } = boxOf(sheets);
        for (const place of [0, 2]) {
          expect(counts[place]?.reduce((sum, count) => sum + count, 0)).toBe(total);
        }
      }),
      { seed: 20_260_131 },
    );
  });

  it(`shows nobody anything of fewer than ${LEAST_SHEETS} sheets`, () => {
    const one = [[0], [0, 1], [4], '多贴一些'] as const;
    const few = Array.from({ length: LEAST_SHEETS - 1 }, () => one);
    expect(surveyResults(questions, boxOf(few))).toBeNull();
    const results = surveyResults(questions, boxOf([...few, [[1], [2], [0], '']]));
    expect(results?.map(({ average }) => average)).toEqual([null, null, 420, null]);
    expect(results?.[0]?.choices).toEqual([
      { label: '网站', count: 4, permille: 800 },
      { label: '公示栏', count: 1, permille: 200 },
      { label: '微信', count: 0, permille: 0 },
    ]);
    expect(results?.[3]?.texts).toEqual(['多贴一些', '多贴一些', '多贴一些', '多贴一些']);
  });

  it('shows nothing where sheets of paper, taken from the whole, would leave a few of the portal', () => {
    const told = (sheets: number, paper: number) => tooFewSheets({ sheets, paper });
    expect(told(LEAST_SHEETS, LEAST_SHEETS)).toBeNull();
    expect(told(LEAST_SHEETS, 0)).toBeNull();
    expect(told(40, 40 - LEAST_SHEETS)).toBeNull();
    expect(told(LEAST_SHEETS, LEAST_SHEETS - 1)).toContain('网上的答卷只有 1 份');
    expect(told(40, 41 - LEAST_SHEETS)).toContain(`网上的答卷只有 ${LEAST_SHEETS - 1} 份`);
    expect(told(LEAST_SHEETS - 1, 0)).toContain(`只有 ${LEAST_SHEETS - 1} 份答卷`);
  });
});
