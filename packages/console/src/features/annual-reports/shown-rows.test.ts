import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { expect, it } from 'vitest';
import { shownRows } from './shown-rows.ts';

const { layout } = formTable('t3', '2021');
const body = layout.rows.slice(layout.headerRows);

const labelsOf = (rows: ReturnType<typeof shownRows>) =>
  rows.map((slots) =>
    slots.flatMap(({ text, rowSpan, cell }) => (cell === undefined ? [`${text} ${rowSpan}`] : [])),
  );

it('shows the whole table as the form prints it', () => {
  expect(shownRows(body, () => true)).toEqual(body);
});

it('lets a group begin at its first row that is left, and span what is left of it', () => {
  // 一、 … 1.属于国家秘密 hidden, two further grounds of refusal, and the last row.
  const shown = labelsOf(shownRows(body, (row) => [0, 5, 7, body.length - 1].includes(row)));
  expect(shown).toEqual([
    ['一、本年新收政府信息公开申请数量 1'],
    ['三、本年度办理结果 2', '（三）不予公开 2', '2.其他法律行政法规禁止公开 1'],
    ['4.保护第三方合法权益 1'],
    ['四、结转下年度继续办理 1'],
  ]);
});

it('keeps every row as wide as the form', () => {
  for (const slots of shownRows(body, (row) => row % 3 !== 1)) {
    expect(slots.filter(({ cell }) => cell !== undefined)).toHaveLength(7);
  }
});
