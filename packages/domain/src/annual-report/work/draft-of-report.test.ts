import { expect, it } from 'vitest';
import { cleanReport } from '../../../test/build-report.ts';
import { quantityOf } from '../amounts.ts';
import { formTable } from '../forms/registry.ts';
import { composeReport } from './compose-report.ts';
import { draftOfReport } from './draft-of-report.ts';

const HEAD = { organ: '示范镇人民政府', organKind: 'township' as const };

it.each([
  ['2019', 2020, 't2.procurement/amount'],
  ['2021', 2023, 't2.fees/amountWan'],
] as const)(
  'of form %s keeps the unit of an amount that only the header of its column printed',
  (version, reportYear, id) => {
    const cell = { state: 'value', value: 251_000, raw: '251000', unit: '元' } as const;
    const report = { ...cleanReport(version, reportYear), cells: { [id]: cell } };
    const composed = composeReport({ ...HEAD, reportYear }, draftOfReport(report), {
      counted: {},
      fees: undefined,
    });
    const formCell = formTable('t2', version).cells.find((one) => one.id === id);
    const again = composed?.report.cells[id];
    if (formCell === undefined || again === undefined) throw new Error(id);
    expect(quantityOf(formCell, again)).toEqual({ value: 25.1, wan: true });
  },
);
