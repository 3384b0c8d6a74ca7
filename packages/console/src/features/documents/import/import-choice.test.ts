import { EMPTY_CONTENT } from '@zhaoshi/domain/disclosure/document-content';
import { expect, it } from 'vitest';
import type { ContentValues } from '../shown-document.ts';
import { firstChoice, newFields, takenOf } from './import-choice.ts';
import type { ImportedFile } from './use-import.ts';

const READ: ImportedFile = {
  format: 'docx',
  content: {
    title: '关于修路的通知',
    documentNumber: '昭政办发〔2026〕1号',
    body: { type: 'doc', content: [] },
  },
  fields: [
    { field: 'title', title: '标题', value: '关于修路的通知', confidence: 'certain', from: '关于修路的通知' },
    {
      field: 'documentNumber',
      title: '发文字号',
      value: '昭政办发〔2026〕1号',
      confidence: 'likely',
      from: '昭政办发〔2026〕1号',
    },
  ],
  notes: [],
  suggestedAttachments: [],
};

const values = (given: Partial<ContentValues> = {}): ContentValues =>
  ({ ...EMPTY_CONTENT, ...given }) as unknown as ContentValues;

it('ticks the text of an empty draft and what is beyond doubt', () => {
  expect([...firstChoice(READ, values(), false)]).toEqual(['body', 'title']);
});

it('takes the day of the text for that from which 条例26 counts, in the place of the day of the draft', () => {
  const dated: ImportedFile = {
    ...READ,
    content: { createdOn: '2026-03-02', body: null },
    fields: [
      { field: 'createdOn', title: '生成日期', value: '2026-03-02', confidence: 'certain', from: '3月2日' },
    ],
  };
  const begun = values({ createdOn: '2026-03-05' });
  expect([...firstChoice(dated, begun, false)]).toEqual(['body', 'createdOn']);
  expect([...firstChoice(dated, begun, true)]).toEqual([]);
});

it('leaves out what the form says already', () => {
  const shown = newFields(READ, values({ title: '关于修路的通知' }));
  expect(shown.map(({ field }) => field)).toEqual(['documentNumber']);
});

it('writes over nothing by itself', () => {
  expect([...firstChoice(READ, values({ title: '已有标题' }), true)]).toEqual([]);
});

it('hands on what was ticked and nothing else', () => {
  expect(takenOf(READ, new Set(['documentNumber', 'original']))).toEqual({
    documentNumber: '昭政办发〔2026〕1号',
  });
});
