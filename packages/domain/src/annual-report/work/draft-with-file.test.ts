import { describe, expect, it } from 'vitest';
import { cleanReport } from '../../../test/build-report.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { CellId } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import { composeReport } from './compose-report.ts';
import { draftWithFile } from './draft-with-file.ts';
import { EMPTY_DRAFT, type ReportDraft } from './report-draft.ts';

const TODAY = '2026-01-12' as CivilDate;
const RECEIVED = 't3.newlyReceived/naturalPerson' as CellId;

const DRAFT: ReportDraft = {
  ...EMPTY_DRAFT,
  texts: { preamble: '前言。', s1: '收到申请{newlyReceived}件。\n都已答复。', s5: '问题。', s6: '' },
  typed: { 't2.fees/amountWan': '0' },
};

/** Registers that know of three applications. */
const counted = Object.fromEntries(
  Object.entries(cleanReport('2021', 2025).cells).flatMap(([cell, value]) =>
    cell.startsWith('t3.') && value?.value != null ? [[cell, value.value]] : [],
  ),
);

function composed(draft: ReportDraft): AnnualReport {
  const head = { organ: '前卫镇人民政府', organKind: 'township', reportYear: 2025 } as const;
  const dated = { ...draft, datedOn: draft.datedOn ?? TODAY };
  const made = composeReport(head, dated, { counted, fees: undefined });
  if (made === null) throw new Error('the year has a form');
  return made.report;
}

const put = (file: AnnualReport, draft: ReportDraft = DRAFT) => draftWithFile(draft, composed(draft), file);

const with1 = (report: AnnualReport, paragraphs: readonly string[]): AnnualReport => ({
  ...report,
  sections: { ...report.sections, s1: { heading: '一、总体情况', paragraphs } },
});

describe('a file put into the draft', () => {
  it('that says what the report says changes nothing: live fields, counted tables and the open day stay', () => {
    expect(put(composed(DRAFT))).toEqual({ draft: DRAFT, texts: [], tables: [], isDatedAnew: false });
  });

  it('with another text replaces that part alone', () => {
    const { draft, texts, tables } = put(with1(composed(DRAFT), ['收到申请三件。']));
    expect([texts, tables]).toEqual([['s1'], []]);
    expect(draft).toEqual({ ...DRAFT, texts: { ...DRAFT.texts, s1: '收到申请三件。' } });
  });

  it('with another figure makes its table typed as it stands in the file, and the others stay counted', () => {
    const now = composed(DRAFT);
    const cells = { ...now.cells, [RECEIVED]: { state: 'value', value: 999, raw: '９９９件' } as const };
    const { draft, tables } = put({ ...now, cells });
    expect(tables).toEqual(['t3']);
    expect(draft.sources).toEqual({ t2: 'counted', t3: 'typed', t4: 'counted' });
    expect(draft.typed[RECEIVED]).toBe('９９９件');
    expect(draft.typed['t2.fees/amountWan']).toBe('0');
    expect(composed(draft).cells[RECEIVED]?.value).toBe(999);
  });

  it('takes a blank for another thing than a nought, and a note beside a figure for a change', () => {
    const now = composed({ ...DRAFT, sources: { ...DRAFT.sources, t2: 'typed' } });
    const draft: ReportDraft = { ...DRAFT, sources: { ...DRAFT.sources, t2: 'typed' } };
    const fees = 't2.fees/amountWan' as CellId;
    const blank = {
      ...now,
      cells: { ...now.cells, [fees]: { state: 'blank', value: null, raw: '' } as const },
    };
    expect(put(blank, draft).tables).toEqual(['t2']);
    const noted = { ...now.cells[fees]!, footnote: '含上年' };
    expect(put({ ...now, cells: { ...now.cells, [fees]: noted } }, draft).draft.footnotes).toEqual({
      [fees]: '含上年',
    });
  });

  it('leaves alone what it does not have, and dates anew only a draft that somebody had dated', () => {
    const { sections: _, ...rest } = composed(DRAFT);
    const bare: AnnualReport = {
      ...rest,
      sections: {},
      preamble: [],
      tableForms: {},
      cells: {},
      signature: null,
    };
    expect(put(bare).draft).toEqual(DRAFT);
    const dated = {
      ...composed(DRAFT),
      signature: { organ: null, date: '2026-01-20' as CivilDate, raw: '' },
    };
    expect(put(dated).draft).toEqual(DRAFT);
    expect(put(dated, { ...DRAFT, datedOn: TODAY })).toMatchObject({
      isDatedAnew: true,
      draft: { datedOn: '2026-01-20' },
    });
  });
});
