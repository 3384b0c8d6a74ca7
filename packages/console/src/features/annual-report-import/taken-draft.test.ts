import { expect, it } from 'vitest';
import { type Beside, isReplacing, piecesOf, takenDraft } from './taken-draft.ts';

const draft: Beside['draft'] = {
  texts: { preamble: '', s1: '收到{newlyReceived.total}件。', s5: '', s6: '没有。' },
  sources: { t2: 'typed', t3: 'counted', t4: 'counted' },
  typed: { 't2.licensing/decisions': '3' },
  footnotes: {},
  datedOn: null,
  elsewhere: {},
};

const beside: Beside = {
  regionId: '',
  organId: '',
  reportYear: 2025,
  title: '',
  status: 'drafting',
  version: 2,
  otherYear: null,
  draft,
  proposed: {
    ...draft,
    texts: { ...draft.texts, s1: '收到3件。', s5: '问题。' },
    sources: { t2: 'typed', t3: 'typed', t4: 'counted' },
    typed: { 't2.licensing/decisions': '3', 't3.newlyReceived/total': '3' },
    datedOn: '2026-01-20',
  },
  texts: [
    { part: 's1', title: '一、总体情况', before: draft.texts.s1, after: '收到3件。' },
    { part: 's5', title: '五、存在的主要问题及改进情况', before: '', after: '问题。' },
  ],
  tables: [
    {
      table: 't3',
      title: '三',
      wasCounted: true,
      cells: [{ cell: 't3.newlyReceived/total', name: '本年新收 总计', before: '2', after: '3' }],
    },
  ],
  datedOn: { before: null, after: '2026-01-20' },
};

it('takes every piece, or none, or those that were chosen', () => {
  const pieces = piecesOf(beside);
  expect(pieces).toEqual(['s1', 's5', 't3', 'datedOn']);
  expect(takenDraft(beside, new Set(pieces))).toEqual(beside.proposed);
  expect(takenDraft(beside, new Set())).toEqual(draft);
  expect(takenDraft(beside, new Set(['s5']))).toEqual({ ...draft, texts: { ...draft.texts, s5: '问题。' } });
  const table = takenDraft(beside, new Set(['t3']));
  expect([table.sources.t3, table.typed]).toEqual(['typed', beside.proposed.typed]);
  expect(table.texts).toEqual(draft.texts);
});

it('knows which pieces replace something', () => {
  expect(piecesOf(beside).filter((piece) => isReplacing(beside, piece))).toEqual(['s1', 't3']);
});
