import { expect, it } from 'vitest';
import { draftOfFlat, flatDraft, flatLabels } from './report-stale.ts';
import type { DraftValues } from './shown-report.ts';

const draft: DraftValues = {
  texts: { preamble: '前言', s1: '总体', s5: '问题', s6: '其他' },
  sources: { t2: 'counted', t3: 'typed', t4: 'counted' },
  typed: { 't3.newlyReceived/naturalPerson': '5' },
  footnotes: { 't2.fees/amountWan': '含滞纳金' },
  datedOn: '2026-01-15',
};

it('takes a draft apart and puts it together again', () => {
  expect(draftOfFlat(flatDraft(draft))).toEqual(draft);
  expect(draftOfFlat(flatDraft({ ...draft, datedOn: null })).datedOn).toBeNull();
});

it('names what either version has in the words of the form', () => {
  const theirs = { ...flatDraft({ ...draft, typed: { 't4.reconsideration/upheld': '1' } }), version: 3 };
  const labels = flatLabels(flatDraft(draft), theirs);
  expect(labels).toMatchObject({
    s1: '一、总体情况',
    'source t3': '表三的数字来源',
    'typed t3.newlyReceived/naturalPerson': '表三 第一项 本年新收 自然人',
    datedOn: '落款日期',
  });
  expect(labels['typed t4.reconsideration/upheld']).toContain('表四');
  expect(labels).not.toHaveProperty('version');
});
