import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clocksOf } from './clocks.ts';
import { hourRoles, hourStagesOf, hourWords } from './hour-stages.ts';
import { OPINION_STEP_NAMES, type OpinionFacts } from './opinion.ts';
import { opinionFigures } from './opinion-figures.ts';
import { parseBeijingMoment, parseOpinionRow } from './opinion-sheet.ts';
import { hindranceOf, nextSteps, refuseStep, releaseFaults, timeFaults } from './steps.ts';

const at = (text: string): Date => new Date(`${text}+08:00`);
const FACTS: OpinionFacts = {
  level: 'other',
  step: 'collected',
  occurredAt: null,
  foundAt: at('2026-11-20T22:00'),
  firstReleaseAt: null,
  pressConferenceAt: null,
};
const words = (given: Partial<OpinionFacts>, to: (typeof OPINION_STEP_NAMES)[number], note = '') =>
  refuseStep({ ...FACTS, ...given }, to, note).map((fault) => fault.words);

describe('the chain', () => {
  it('goes on step by step, with what was thought at each', () => {
    expect(words({}, 'assessed')).toEqual(['请写明研判意见：是否属于政务舆情、由谁回应、怎样回应。']);
    expect(words({}, 'assessed', '属于本机关职责')).toEqual([]);
    expect(words({}, 'responded', '已经回应')).toEqual([
      '现在在“收集”，下一步可以是“研判”，不能直接到“回应”。',
    ]);
  });

  it('counts nothing as a response that the public did not get', () => {
    expect(words({ step: 'handled' }, 'responded')).toEqual([
      '还没有登记发布，关联的文件也没有公开。请先登记首次发布，或者公开关联的文件。',
    ]);
    expect(words({ step: 'handled', firstReleaseAt: at('2026-11-21T08:00') }, 'responded')).toEqual([]);
  });

  it('says beforehand what hinders a step, and not what has to be written with it', () => {
    expect(hindranceOf({ ...FACTS, step: 'handled' }, 'responded')).toContain('请先登记首次发布');
    expect(hindranceOf({ ...FACTS, step: 'handled' }, 'consulted')).toBeNull();
    const released = { ...FACTS, firstReleaseAt: at('2026-11-21T08:00') };
    expect(hindranceOf({ ...released, step: 'handled' }, 'responded')).toBeNull();
    expect(hindranceOf({ ...released, step: 'assessed' }, 'closed')).toContain('已经登记了发布');
  });

  it('asks why an emergency ended without a press conference', () => {
    const given = { level: 'grave', step: 'evaluated', firstReleaseAt: at('2026-11-21T00:00') } as const;
    expect(words(given, 'closed').join()).toContain('没有登记新闻发布会');
    expect(words(given, 'closed', '经批准以书面通报代替')).toEqual([]);
  });

  it('ends without an answer only where the assessment says why, and nothing was given out', () => {
    expect(words({ step: 'assessed' }, 'closed')).toEqual(['请写明不需要回应的理由。']);
    const answered = { step: 'assessed', firstReleaseAt: at('2026-11-21T00:00') } as const;
    expect(words(answered, 'closed', '不需要').join()).toContain('已经登记了发布');
  });

  it('leads from every step somewhere, and to the end', () => {
    for (const step of OPINION_STEP_NAMES) expect(nextSteps(step).length).toBeGreaterThan(0);
    fc.assert(
      fc.property(
        fc.constantFrom(...OPINION_STEP_NAMES),
        fc.constantFrom(...OPINION_STEP_NAMES),
        fc.string(),
        (step, to, note) => {
          const isNext = nextSteps(step).some((next) => next.to === to);
          expect(isNext || refuseStep({ ...FACTS, step }, to, note.trim()).length > 0).toBe(true);
        },
      ),
      { seed: 20_260_131 },
    );
  });

  it('refuses moments that cannot be', () => {
    const now = at('2026-11-22T10:00');
    const early = { occurredAt: at('2026-11-22T09:00'), foundAt: at('2026-11-22T08:00') };
    expect(timeFaults(early, now).map(({ field }) => field)).toEqual(['occurredAt']);
    expect(timeFaults({ occurredAt: null, foundAt: at('2026-11-22T10:01') }, now)).toHaveLength(1);
    expect(releaseFaults(at('2026-11-22T10:01'), early, now)[0]?.words).toContain('发布以后再登记');
    expect(releaseFaults(at('2026-11-22T08:59'), early, now)[0]?.words).toContain('不能早于事件发生时间');
    expect(releaseFaults(now, early, now)).toEqual([]);
  });
});

describe('years that cannot be', () => {
  it('are refused, however they come', () => {
    const now = at('2026-11-22T10:00');
    const zero = new Date('0000-01-31T08:30:00+08:00');
    expect(timeFaults({ occurredAt: zero, foundAt: zero }, now)).toEqual([
      { field: 'foundAt', words: '发现时间不能早于1949年10月1日，请核对年份。' },
      { field: 'occurredAt', words: '发生时间不能早于1949年10月1日，请核对年份。' },
    ]);
    expect(releaseFaults(zero, { occurredAt: null }, now)[0]?.words).toContain('请核对年份');
  });
});

describe('who is told of hours', () => {
  const clock = (given: Partial<OpinionFacts>) => {
    const [first] = clocksOf(
      { ...FACTS, ...given },
      { emergencyStart: 'occurrence', otherStart: 'discovery' },
      at('2026-11-20T22:00'),
    );
    if (first === undefined) throw new Error('no clock');
    return first;
  };

  it.each([
    ['2026-11-20T22:00', ['begun']],
    ['2026-11-21T00:29', ['begun']],
    ['2026-11-21T00:30', ['begun', 'half']],
    ['2026-11-21T02:00', ['begun', 'half', 'last']],
    ['2026-11-21T03:00', ['begun', 'half', 'last']],
    ['2026-11-21T03:01', ['begun', 'half', 'last', 'overdue']],
  ])('five hours from 22:00, at %s', (now, stages) => {
    expect(hourStagesOf(clock({ level: 'gravest' }), at(now))).toEqual(stages);
  });

  it('nobody once it has ended; the leader with the last hours, the department when it is over', () => {
    const done = clock({ level: 'gravest', firstReleaseAt: at('2026-11-20T23:00') });
    expect(hourStagesOf(done, at('2026-11-21T09:00'))).toEqual([]);
    expect(hourRoles('half')).not.toContain('leader');
    expect(hourRoles('last')).toContain('leader');
    expect(hourRoles('overdue')).toEqual([
      'disclosureOfficer',
      'disclosureOfficeHead',
      'leader',
      'supervisor',
    ]);
  });

  it('says how long, and nothing of what', () => {
    expect(hourWords(clock({}), 'half', at('2026-11-21T22:00'))).toBe(
      '一件政务舆情须在48小时内回应，还剩 24 小时（国办发〔2016〕61号）。',
    );
    expect(hourWords(clock({ level: 'grave' }), 'overdue', at('2026-11-21T04:10'))).toBe(
      '一件政务舆情首次发布权威信息已超过5小时时限 1 小时 10 分，请立即办理（国办发〔2016〕80号）。',
    );
  });
});

it('the figures count each event once, by organ and level', () => {
  const event = { organId: 'a', level: 'other', standing: 'inTime' } as const;
  const figures = opinionFigures([
    event,
    { ...event, standing: 'late' },
    { ...event, level: 'grave' },
    { ...event, organId: 'b', standing: 'overdue' },
  ]);
  expect(figures.map(({ organId, level, counts }) => [organId, level, counts.inTime, counts.late])).toEqual([
    ['a', 'grave', 1, 0],
    ['a', 'other', 1, 1],
    ['b', 'other', 0, 0],
  ]);
  expect(figures.flatMap(({ counts }) => Object.values(counts)).reduce((sum, one) => sum + one, 0)).toBe(4);
});

describe('a row of a sheet', () => {
  const now = at('2026-11-22T10:00');
  const row = {
    title: '某路段积水',
    level: '其他政务舆情',
    foundAt: '2026-11-22 08:30',
    occurredAt: '',
    platform: '微博',
    link: 'https://example.cn/1',
    summary: '',
  };

  it.each([
    ['2026-11-22 08:30', '2026-11-22T08:30'],
    ['２０２６/11/2 8:05', '2026-11-02T08:05'],
    ['2026年11月2日 8时05分', '2026-11-02T08:05'],
    ['2026-11-22T08:30:15', '2026-11-22T08:30:15'],
  ])('reads %s', (text, expected) => {
    expect(parseBeijingMoment(text)).toEqual(at(expected));
  });

  it.each([
    '',
    '2026-11-22',
    '8:30',
    '2026-02-30 08:30',
    '2026-11-22 24:00',
    '11/22/2026 08:30',
    '昨天 08:30',
  ])('guesses nothing out of %j', (text) => {
    expect(parseBeijingMoment(text)).toBeNull();
  });

  it('is taken, or says everything that is wrong', () => {
    expect(parseOpinionRow(row, now)).toMatchObject({ ok: true, value: { level: 'other' } });
    const wrong = {
      ...row,
      title: '',
      level: '一般',
      foundAt: '2026-11-23 08:30',
      link: 'javascript:alert(1)',
    };
    const parsed = parseOpinionRow(wrong, now);
    expect(parsed.ok ? [] : parsed.error).toEqual([
      '“标题”没有填写。',
      '“链接”应以 http:// 或者 https:// 开头。',
      '“级别”应为特别重大突发事件、重大突发事件、其他政务舆情之一。',
      '发现时间不能晚于现在。',
    ]);
  });

  it('takes no title in which the direction of writing turns, as none is taken on the screen', () => {
    const row = {
      title: '正常\u202e题标',
      level: '其他政务舆情',
      foundAt: '2026-11-22 08:30',
      occurredAt: '',
      platform: '',
      link: '',
      summary: '',
    };
    const parsed = parseOpinionRow(row, at('2026-11-22T10:00'));
    expect(parsed).toEqual({ ok: false, error: ['“标题”不能换行或含控制字符、看不见的字符。'] });
  });
});
