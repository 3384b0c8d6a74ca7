import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCell } from './parse-cell.ts';

describe('parseCell', () => {
  it.each(['', ' ', '\u00a0', '\u3000\u3000', '\n', '/', '／', '-', '－', '—', '——', '无', ' 无 ', '\\'])(
    'takes %j for a blank and keeps it',
    (raw) => {
      expect(parseCell(raw, 'count')).toEqual({ state: 'blank', value: null, raw });
    },
  );

  it.each([
    ['0', 0],
    ['0\u00a0', 0],
    [' 12 ', 12],
    ['１２', 12],
    ['1,234,567', 1_234_567],
    ['1，234', 1234],
    ['11398\n889', 11_398_889],
    ['1 234', 1234],
    ['-15', -15],
    ['＋2', 2],
    ['3.0', 3],
    ['-0', 0],
  ])('reads %j as %d', (raw, value) => {
    expect(parseCell(raw, 'count')).toEqual({ state: 'value', value, raw });
  });

  it.each([
    ['减4', -4],
    ['减少4', -4],
    ['增3', 3],
    ['－15', -15],
    ['—15', -15],
    ['+2', 2],
  ])('reads the change %j as %d', (raw, value) => {
    expect(parseCell(raw, 'signedCount')).toEqual({ state: 'value', value, raw });
  });

  it('does not read words of change as a sign in a plain count', () => {
    expect(parseCell('减4', 'count').state).toBe('text');
  });

  it.each([
    ['16.877万元', 16.877, '万元'],
    ['251000元', 251_000, '元'],
    ['3802895.90元', 3_802_895.9, '元'],
    ['5 件', 5, '件'],
    ['12（万元）', 12, '万元'],
  ])('splits %j into figure and unit without converting', (raw, value, unit) => {
    expect(parseCell(raw, 'amountWithUnit')).toEqual({ state: 'value', value, raw, unit });
  });

  it.each([
    ['22（其中修订16件）', 22, '其中修订16件'],
    ['55(含自然失效29件)', 55, '含自然失效29件'],
    ['7其中修订1件', 7, '其中修订1件'],
  ])('splits %j into figure and remark', (raw, value, footnote) => {
    expect(parseCell(raw, 'count')).toEqual({ state: 'value', value, raw, footnote });
  });

  it('keeps unit and remark together', () => {
    expect(parseCell('22件（其中修订16件）', 'count')).toMatchObject({
      value: 22,
      unit: '件',
      footnote: '其中修订16件',
    });
  });

  it.each(['详见附件', '000', '007', '1,23', '5-3', '35-15', '约3', '3.', '12345678901234567890', '（一）'])(
    'leaves %j as words',
    (raw) => {
      expect(parseCell(raw, 'count')).toEqual({ state: 'text', value: null, raw });
    },
  );

  it('reads back every amount that has up to six decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 6 }), (whole, places) => {
        const printed = (whole / 10 ** places).toFixed(places);
        expect(parseCell(printed, 'amountWan').value).toBe(Number(printed) + 0);
      }),
      { seed: 20_260_131 },
    );
  });

  it('keeps the raw text of anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const cell = parseCell(raw, 'amountWithUnit');
        expect(cell.raw).toBe(raw);
        expect(cell.value === null).toBe(cell.state !== 'value');
      }),
      { seed: 20_260_131 },
    );
  });
});
