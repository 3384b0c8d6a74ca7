import { expect, test } from 'vitest';
import { cleanContext, cleanReport, withCells } from '../../../test/build-report.ts';
import { evaluateReport } from './evaluate.ts';

test('figures printed in one piece are one finding for the row, not a wrong figure in each cell', () => {
  const glued = { state: 'text', value: null, raw: '396442278' } as const;
  const report = withCells(cleanReport('2019'), {
    't2.licensing/previousItems': glued,
    't2.licensing/change': glued,
    't2.licensing/decisions': glued,
  });
  const findings = evaluateReport({ ...cleanContext('2019'), report }).filter(
    ({ rule, status }) => rule.startsWith('AR-CEL') && status === 'fail',
  );
  expect(findings).toMatchObject([
    {
      rule: 'AR-CEL-02',
      message: '表二 行政许可行的数字连成一串、未能拆开，每格应为非负整数：396442278。',
      cells: ['t2.licensing/previousItems', 't2.licensing/change', 't2.licensing/decisions'],
      note: '请对照原文逐格填写',
    },
  ]);
});

test('the same words in one cell alone are that cell’s finding', () => {
  const report = withCells(cleanReport('2019'), {
    't2.licensing/decisions': { state: 'text', value: null, raw: '详见附件' },
  });
  const findings = evaluateReport({ ...cleanContext('2019'), report }).filter(
    ({ rule, status }) => rule === 'AR-CEL-02' && status === 'fail',
  );
  expect(findings.map(({ cells }) => cells)).toEqual([['t2.licensing/decisions']]);
});
