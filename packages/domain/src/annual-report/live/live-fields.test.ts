import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balancedTable, reportOf } from '../../../test/balanced-table.ts';
import { cleanReport, withCell, withText } from '../../../test/build-report.ts';
import { FORMS } from '../forms/registry.ts';
import type { CellId, FormVersion } from '../ids.ts';
import { evaluateReport } from '../rules/evaluate.ts';
import type { FeeRegister } from '../rules/register-facts.ts';
import { REGISTER_FEE_RULES } from '../rules/register-fee-rules.ts';
import { DEFAULT_SETTINGS } from '../rules/settings.ts';
import { feeSentence, fillLiveFields, liveFields } from './live-fields.ts';

const NO_FEES: FeeRegister = { count: 0, amount: 0 };
const VERSIONS: readonly FormVersion[] = ['2019', '2021'];

const fieldsOf = (version: FormVersion) => liveFields(cleanReport(version), NO_FEES);
const fill = (text: string, version: FormVersion = '2021') => fillLiveFields(text, fieldsOf(version)).text;

describe('the list of fields', () => {
  test.each(VERSIONS)('has one name and one label for each figure of form %s', (version) => {
    const fields = fieldsOf(version);
    const cells = Object.values(FORMS[version].tables).flatMap((table) => table.cells);
    const names = new Set(fields.map(({ name }) => name));
    const wanted = cells.map(({ id }) => id.slice('t0.'.length).replace('/', '.'));
    expect(wanted.filter((name) => !names.has(name))).toEqual([]);
    expect(names.size).toBe(fields.length);
    expect(new Set(fields.map(({ label }) => label)).size).toBe(fields.length);
  });

  test.each(VERSIONS)('has a figure for each field of a whole report on form %s', (version) => {
    expect(fieldsOf(version).filter(({ text }) => text === null)).toEqual([]);
  });
});

describe('a text with figures', () => {
  test.each([
    ['收到申请 {newlyReceived.total} 件', '收到申请 18 件'],
    ['收到申请{ newlyReceived.total }件', '收到申请18件'],
    ['收到申请｛newlyReceived.total｝件', '收到申请18件'],
    ['含结转{received.total}件，其中自然人{received.naturalPerson}件', '含结转19件，其中自然人13件'],
    ['法人或其他组织{newlyReceived.organizations}件', '法人或其他组织6件'],
    ['不予公开{refused.total}件，无法提供{unavailable.total}件', '不予公开2件，无法提供4件'],
    ['其他处理{otherHandling.total}件', '其他处理1件'],
    ['收费{fees.amountWan}万元', '收费3.25万元'],
    ['行政复议{reconsideration.total}件、行政诉讼{litigation.total}件', '行政复议3件、行政诉讼1件'],
    ['{processingFee.sentence}', '本年度未收取政府信息公开信息处理费。'],
    ['一件事{多部门}联办', '一件事{多部门}联办'],
  ])('%s', (text, filled) => {
    expect(fill(text)).toBe(filled);
  });

  test('其他处理 is one field on either form', () => {
    expect(fill('其他处理{otherHandling.total}件', '2019')).toBe('其他处理1件');
  });

  test('keeps and names what is no field, and what has no figure yet', () => {
    const report = withCell(cleanReport(), 't3.newlyReceived/total', null);
    const text = '{newlyReceived.total}、{received.total}、{granted.everybody}、{granted.everybody}';
    expect(fillLiveFields(text, liveFields(report, undefined))).toEqual({
      text,
      unknown: ['granted.everybody'],
      withoutFigure: ['newlyReceived.total', 'received.total'],
    });
  });

  test('without a register of fees no fee is told', () => {
    const { withoutFigure } = fillLiveFields('{processingFee.yuan}', liveFields(cleanReport(), undefined));
    expect(withoutFigure).toEqual(['processingFee.yuan']);
  });

  test('tells the figure of the cell, whatever stands around it', () => {
    const words = fc.constantFrom('全年收到', '件，', '其中自然人', '（', '）。', '\n', '{共}', ' ');
    fc.assert(
      fc.property(
        fc.constantFrom(...VERSIONS),
        fc.integer(),
        fc.array(fc.tuple(words, fc.nat())),
        (version, seed, parts) => {
          const report = reportOf(version, balancedTable(version, seed));
          const cells = FORMS[version].tables.t3.cells;
          const pieces = parts.map(([word, at]) => ({ word, id: cells[at % cells.length]!.id }));
          const name = (id: CellId) => id.slice('t3.'.length).replace('/', '.');
          const written = pieces.map(({ word, id }) => `${word}{${name(id)}}`).join('');
          const told = pieces.map(({ word, id }) => `${word}${report.cells[id]!.value}`).join('');
          expect(fillLiveFields(written, liveFields(report, NO_FEES))).toEqual({
            text: told,
            unknown: [],
            withoutFigure: [],
          });
        },
      ),
      { numRuns: 100, seed: 20_260_131 },
    );
  });
});

describe('the sentence on 信息处理费', () => {
  const someFees = fc.record({
    count: fc.integer({ min: 1, max: 9999 }),
    amount: fc.integer({ min: 1, max: 99_999_999 }),
  });
  const statusOf = (told: FeeRegister, register: FeeRegister) => {
    const report = withText(cleanReport(), 's6', [feeSentence(told)]);
    const context = { report, settings: DEFAULT_SETTINGS, register: { processingFees: register } };
    return evaluateReport(context, { rules: REGISTER_FEE_RULES }).map(({ status }) => status);
  };

  test('is read back as the register has it', () => {
    fc.assert(
      fc.property(someFees, (fees) => {
        expect(statusOf(fees, fees)).toEqual(['pass']);
      }),
      { seed: 20_260_131 },
    );
    expect(statusOf(NO_FEES, NO_FEES)).toEqual(['pass']);
  });

  test('and is wrong beside any other register', () => {
    fc.assert(
      fc.property(someFees, someFees, (told, register) => {
        fc.pre(told.count !== register.count || told.amount !== register.amount);
        expect(statusOf(told, register)).toEqual(['fail']);
      }),
      { seed: 20_260_131 },
    );
    expect(statusOf(NO_FEES, { count: 1, amount: 1 })).toEqual(['fail']);
    expect(statusOf({ count: 1, amount: 1 }, NO_FEES)).toEqual(['fail']);
  });
});
