import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../kernel/civil-date.ts';
import { cellValue, figureText, figureWords, LARGEST_FIGURE, parseFigure } from './figure.ts';
import {
  awaitsSignOff,
  countedFigure,
  entryState,
  type StatisticEntry,
  type StatisticVersion,
} from './statistic-entry.ts';
import { STATISTIC_KIND_NAMES, type StatisticKind } from './statistic-kinds.ts';
import { endedMonths, monthsWords, yearsAskedFor } from './statistic-months.ts';
import { refuseEntering, refuseReturning, refuseSigningOff } from './statistic-refusals.ts';
import { missingCount, yearTotals } from './year-totals.ts';

const TODAY = '2026-11-21' as CivilDate;
const day = (text: string): CivilDate => text as CivilDate;

const version = (given: Partial<StatisticVersion> = {}): StatisticVersion => ({
  version: 1,
  figure: 3,
  source: '行政处罚台账',
  reason: '',
  enteredBy: 'clerk',
  signedBy: null,
  returnedBy: null,
  returnReason: '',
  ...given,
});

const entry = (given: Partial<StatisticEntry> = {}): StatisticEntry => ({
  entryId: 'e',
  kind: 'penalties',
  year: 2026,
  month: 3,
  unit: '',
  versions: [version()],
  ...given,
});

const figureOf = (total: number | null | undefined): number => total ?? 0;

describe('a figure', () => {
  it.each<[StatisticKind, string, number | null]>([
    ['penalties', '12', 12],
    ['penalties', '１２', 12],
    ['penalties', '0', 0],
    ['penalties', '', null],
    ['penalties', '1,200', null],
    ['penalties', '12件', null],
    ['penalties', '-1', null],
    ['penalties', '1.5', null],
    ['fees', '1234.5', 123_450],
    ['fees', '1234.05', 123_405],
    ['fees', '0.1', 10],
    ['fees', '1.234', null],
    ['fees', '3万元', null],
  ])('%s %j is read as %j', (kind, text, expected) => {
    const read = parseFigure(kind, text);
    expect(read.ok ? read.value : null).toBe(expected);
  });

  it('is shown as it was typed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...STATISTIC_KIND_NAMES),
        fc.integer({ min: 0, max: LARGEST_FIGURE }),
        (kind, figure) => {
          expect(parseFigure(kind, figureText(kind, figure))).toEqual({ ok: true, value: figure });
        },
      ),
      { seed: 20_261_122 },
    );
    expect(figureWords('fees', 1_234_505)).toBe('12345.05 元');
    expect(figureWords('coercion', 0)).toBe('0 件');
  });

  it('of money stands in 万元 with every 分', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LARGEST_FIGURE }), (fen) => {
        expect(Math.round(cellValue('fees', fen) * 1_000_000)).toBe(fen);
        expect(String(cellValue('fees', fen))).toMatch(/^(?:\d+(?:\.\d{1,6})?|\de-\d)$/);
      }),
      { seed: 20_261_122 },
    );
    expect(cellValue('fees', 123_456_789)).toBe(123.456789);
    expect(cellValue('licensing', 550)).toBe(550);
  });
});

describe('signing off', () => {
  const people = fc.constantFrom('a', 'b', 'c');

  it('is never done by whoever entered the figure', () => {
    fc.assert(
      fc.property(people, people, people, (first, second, signer) => {
        const corrected = entry({
          versions: [
            version({ enteredBy: first, signedBy: 'd' }),
            version({ version: 2, figure: 5, enteredBy: second, reason: '漏统计' }),
          ],
        });
        const refused = refuseSigningOff(corrected, signer, TODAY).length > 0;
        expect(refused).toBe(signer === second);
      }),
      { seed: 20_261_122 },
    );
  });

  it.each<[string, Partial<StatisticVersion>[], number, readonly string[]]>([
    ['right', [{}], 3, []],
    ['own', [{ enteredBy: 'head' }], 3, ['2026年3月行政处罚是您本人填报的，须由另一人签核。']],
    ['no source', [{ source: '' }], 3, ['2026年3月行政处罚没有写明数据来源，请填报人补充。']],
    ['running month', [{}], 11, ['2026年11月行政处罚：本月还没有结束，数字还会变动，次月起方可签核。']],
    ['signed', [{ signedBy: 'leader' }], 3, ['2026年3月行政处罚已经签核。']],
    [
      'correction without reason',
      [{ signedBy: 'leader' }, { version: 2, figure: 4 }],
      3,
      ['2026年3月行政处罚是对已签核数字的更正，没有写明理由，请填报人补充。'],
    ],
    ['taken back', [{ figure: null }], 3, ['2026年3月行政处罚已经撤销，不需要签核。']],
    [
      'sent back',
      [{ returnedBy: 'leader', returnReason: '与台账不符' }],
      3,
      ['2026年3月行政处罚已经退回，等填报人修改后再签核。'],
    ],
  ])('%s', (_name, versions, month, expected) => {
    const subject = entry({ month, versions: versions.map(version) });
    expect(refuseSigningOff(subject, 'head', TODAY)).toEqual(expected);
  });

  it('a correction counts from its own signing-off, the figure before it until then', () => {
    const signed = version({ signedBy: 'head' });
    const correction = version({ version: 2, figure: 9, reason: '漏统计' });
    const before = entry({ versions: [signed, correction] });
    expect([countedFigure(before), entryState(before), awaitsSignOff(before)]).toEqual([
      3,
      'correcting',
      true,
    ]);
    const after = entry({ versions: [signed, { ...correction, signedBy: 'head' }] });
    expect([countedFigure(after), entryState(after), awaitsSignOff(after)]).toEqual([9, 'signedOff', false]);
  });
});

describe('sending back', () => {
  it.each<[string, Partial<StatisticVersion>[], readonly string[]]>([
    ['right', [{}], []],
    ['no source, which is the very reason', [{ source: '' }], []],
    ['a correction', [{ signedBy: 'leader' }, { version: 2, figure: 4 }], []],
    ['own', [{ enteredBy: 'head' }], ['2026年3月行政处罚是您本人填报的，直接修改即可，不用退回。']],
    ['signed', [{ signedBy: 'leader' }], ['2026年3月行政处罚已经签核，不能退回；发现有误的，请填报更正。']],
    [
      'twice',
      [{ returnedBy: 'leader', returnReason: '与台账不符' }],
      ['2026年3月行政处罚已经退回，等填报人修改。'],
    ],
    ['taken back', [{ figure: null }], ['2026年3月行政处罚已经撤销，不需要退回。']],
  ])('%s', (_name, versions, expected) => {
    expect(refuseReturning(entry({ versions: versions.map(version) }), 'head')).toEqual(expected);
  });

  it('what was signed off before a correction that was sent back goes on counting, and the year is not complete', () => {
    const signed = version({ signedBy: 'head' });
    const back = { version: 2, figure: 9, reason: '漏统计', returnedBy: 'head', returnReason: '与台账不符' };
    const subject = entry({ month: 1, versions: [signed, version(back)] });
    expect([countedFigure(subject), entryState(subject), awaitsSignOff(subject)]).toEqual([
      3,
      'returned',
      false,
    ]);
    const [, penalties] = yearTotals([subject], 2026, day('2026-02-10'));
    expect(penalties).toMatchObject({
      total: 3,
      awaiting: [],
      returned: [subject],
      missing: [],
      isComplete: false,
    });
    const again = entry({ versions: [signed, version(back), version({ version: 3, figure: 8 })] });
    expect(entryState(again)).toBe('correcting');
  });
});

describe('entering', () => {
  const wanted = { year: 2026, month: 3, kind: 'penalties', unit: '', figure: 1 } as const;

  it('a month that has not begun is refused', () => {
    expect(refuseEntering({ ...wanted, month: 12 }, [], TODAY)).toContain('还没有到');
    expect(refuseEntering({ ...wanted, month: 11 }, [], TODAY)).toBeNull();
  });

  it('the organ and its offices are never both counted', () => {
    const ofOffice = entry({ unit: '执法大队' });
    expect(refuseEntering(wanted, [ofOffice], TODAY)).toContain('已按科室填报（执法大队）');
    expect(refuseEntering({ ...wanted, unit: '执法大队' }, [entry()], TODAY)).toContain('已按全机关填报');
    expect(refuseEntering({ ...wanted, unit: '法规科' }, [ofOffice], TODAY)).toBeNull();
    expect(
      refuseEntering(wanted, [entry({ unit: '执法大队', versions: [version({ figure: null })] })], TODAY),
    ).toBeNull();
    expect(refuseEntering({ ...wanted, figure: null }, [ofOffice], TODAY)).toBeNull();
  });
});

describe('a year', () => {
  const entries = fc.uniqueArray(
    fc.record({
      kind: fc.constantFrom(...STATISTIC_KIND_NAMES),
      month: fc.integer({ min: 1, max: 12 }),
      figure: fc.integer({ min: 0, max: 1_000_000 }),
      signed: fc.boolean(),
    }),
    { selector: ({ kind, month }) => `${kind} ${month}` },
  );

  it('adds up what was signed off, and names every month that is neither there nor still running', () => {
    fc.assert(
      fc.property(entries, (given) => {
        const all = given.map(({ kind, month, figure, signed }) =>
          entry({ kind, month, versions: [version({ figure, signedBy: signed ? 'head' : null })] }),
        );
        for (const { kind, total, missing, awaiting, isComplete } of yearTotals(all, 2026, TODAY)) {
          const own = given.filter((one) => one.kind === kind);
          const signed = own.filter((one) => one.signed);
          expect(figureOf(total)).toBe(signed.reduce((sum, { figure }) => sum + figure, 0));
          expect(total === null).toBe(signed.length === 0);
          expect(awaiting).toHaveLength(own.length - signed.length);
          const lacking = endedMonths(2026, TODAY).filter((month) => !own.some((one) => one.month === month));
          expect(missing.flatMap(({ months }) => months)).toEqual(lacking);
          expect(isComplete).toBe(lacking.length === 0 && own.length === signed.length);
        }
      }),
      { seed: 20_261_122 },
    );
  });

  it('asks each office that entered something for every month, and the organ where none did', () => {
    const offices = [
      entry({ month: 1, unit: '甲队' }),
      entry({ month: 1, unit: '乙队' }),
      entry({ month: 2, unit: '甲队' }),
    ];
    const [, penalties] = yearTotals(offices, 2026, day('2026-03-10'));
    expect(penalties?.missing).toEqual([{ unit: '乙队', months: [2] }]);
    const [licensing] = yearTotals([], 2026, day('2026-03-10'));
    expect(licensing?.missing).toEqual([{ unit: '', months: [1, 2] }]);
    expect(missingCount(yearTotals(offices, 2026, day('2026-03-10')))).toBe(7);
  });

  it('is asked for until the reports on it are out', () => {
    expect(yearsAskedFor(TODAY)).toEqual([2026]);
    expect(yearsAskedFor(day('2027-01-05'))).toEqual([2026, 2027]);
    expect(yearsAskedFor(day('2027-04-01'))).toEqual([2027]);
    expect(endedMonths(2026, day('2027-01-05'))).toHaveLength(12);
    expect(endedMonths(2027, day('2027-01-05'))).toEqual([]);
  });

  it('names months in a row together', () => {
    expect(monthsWords([5, 1, 3, 4, 8, 9])).toBe('1月、3月至5月、8月、9月');
  });
});
