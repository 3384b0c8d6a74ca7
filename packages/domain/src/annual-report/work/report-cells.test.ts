import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMS, formTable } from '../forms/registry.ts';
import { APPLICANT_KINDS, type CellId, cellId, TABLE_IDS } from '../ids.ts';
import { cellsOfList, figureList } from './figure-list.ts';
import { isComputed, reportCells } from './report-cells.ts';
import { EMPTY_DRAFT, type ReportDraft } from './report-draft.ts';

const typedDraft = (typed: Readonly<Record<string, string>>): ReportDraft => ({
  ...EMPTY_DRAFT,
  sources: { t2: 'typed', t3: 'typed', t4: 'typed' },
  typed,
});

const entered = (version: '2019' | '2021') =>
  TABLE_IDS.flatMap((table) => formTable(table, version).cells)
    .filter(({ id }) => !isComputed(id, version))
    .map(({ id }) => id);

describe.each(['2019', '2021'] as const)('a typed report on the form of %s', (version) => {
  it('has every total computed: each row and the result add up, whatever is typed', () => {
    const figures = fc.array(fc.integer({ min: 0, max: 9999 }), {
      minLength: entered(version).length,
      maxLength: entered(version).length,
    });
    fc.assert(
      fc.property(figures, (values) => {
        const typed = Object.fromEntries(entered(version).map((id, index) => [id, String(values[index])]));
        const cells = reportCells(version, typedDraft(typed), {});
        const valueOf = (id: CellId): number => cells[id]?.value ?? Number.NaN;
        for (const row of FORMS[version].tables.t3.rows) {
          const kinds = APPLICANT_KINDS.map((kind) => valueOf(cellId(row.id, kind)));
          expect(valueOf(cellId(row.id, 'total'))).toBe(kinds.reduce((sum, one) => sum + one, 0));
        }
        for (const { id } of FORMS[version].tables.t3.rows[0]?.columns ?? []) {
          const leaves = FORMS[version].tables.t3.rows.filter(({ kind }) => kind === 'leaf');
          const sum = leaves.reduce((all, leaf) => all + valueOf(cellId(leaf.id, id)), 0);
          expect(valueOf(cellId('t3.resultTotal', id))).toBe(sum);
        }
        expect(Object.values(cells).every(({ state }) => state === 'value')).toBe(true);
      }),
      { numRuns: 30, seed: 20_260_131 },
    );
  });
  it('keeps a blank a blank: its totals stay blank too, and are never 0', () => {
    const cells = reportCells(version, typedDraft({ 't3.granted/naturalPerson': '4' }), {});
    expect(cells['t3.granted/naturalPerson']?.value).toBe(4);
    expect(cells['t3.granted/total']).toEqual({ state: 'blank', value: null, raw: '' });
    expect(cells['t3.resultTotal/naturalPerson']?.state).toBe('blank');
  });
  it('has the same figures again out of its list, amounts in 万元', () => {
    const typed = Object.fromEntries(
      entered(version).map((id, index) => [
        id,
        id.startsWith('t2.procurement/') ? `${index}万元` : String(index),
      ]),
    );
    const cells = reportCells(version, typedDraft(typed), {});
    const tableForms = { t2: version, t3: version, t4: version };
    const again = cellsOfList(tableForms, figureList({ tableForms, cells }));
    const figures = (all: typeof cells) =>
      Object.entries(all).map(([id, { value, unit }]) => [id, value, unit]);
    const counted = (all: typeof cells) => figures(all).filter(([id]) => id !== 't2.procurement/projects');
    expect(counted(again)).toEqual(counted(cells));
  });
});

describe('a counted table', () => {
  it('shows what the registers count; what they do not know may be typed', () => {
    const draft = { ...EMPTY_DRAFT, typed: { 't2.licensing/decisions': '7', 't3.granted/total': '99' } };
    const cells = reportCells('2021', draft, { 't3.granted/total': 3 });
    expect(cells['t3.granted/total']?.value).toBe(3);
    expect(cells['t2.licensing/decisions']?.value).toBe(7);
  });
  it('keeps its notes apart from the figure', () => {
    const draft = { ...EMPTY_DRAFT, footnotes: { 't3.granted/total': '含上年1件' } };
    expect(reportCells('2021', draft, { 't3.granted/total': 3 })['t3.granted/total']).toEqual({
      state: 'value',
      value: 3,
      raw: '3',
      footnote: '含上年1件',
    });
  });
});
