import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../kernel/civil-date.ts';
import { paragraphOf } from './document-body.ts';
import { type DocumentContent, EMPTY_CONTENT } from './document-content.ts';
import { refuseContent, refuseForCatalogue } from './refuse-content.ts';

const NOTICE: DocumentContent = {
  ...EMPTY_CONTENT,
  kind: 'announcement',
  title: '关于开展冬季农田水利检修的公告',
  createdOn: '2026-11-10' as CivilDate,
  abstract: '检修的时间和范围。',
  subjectCategory: '农业、林业、水利\\水利',
  disclosureClass: 'proactive',
  catalogCode: 'a21t.2',
  body: { type: 'doc', content: [paragraphOf('定于12月检修。')] },
};

const RULES: DocumentContent = {
  ...NOTICE,
  kind: 'normativeDocument',
  documentNumber: '示政规〔2026〕1号',
  issuingOrgan: '示范县人民政府',
  dateOfDocument: '2026-11-10' as CivilDate,
};

const lacks = (content: DocumentContent): readonly string[] =>
  refuseContent(content, {
    edition: 1,
    today: '2026-11-20' as CivilDate,
    hasForeignItem: false,
    isNumberTaken: false,
    documentId: 'a',
    onFile: { documents: new Map(), relations: [] },
  }).map(({ field = '' }) => field);

describe('what is submitted to be made public', () => {
  it.each([NOTICE, RULES])('lacks nothing when all is there', (content) => {
    expect(lacks(content)).toEqual([]);
  });

  it.each([
    ['内容概述', { abstract: ' ' }, 'content.abstract'],
    ['主题分类', { subjectCategory: '' }, 'content.subjectCategory'],
    ['法定主动公开内容', { catalogCode: '' }, 'content.catalogCode'],
  ] as const)('has its %s, official document or not', (_what, without, field) => {
    expect(lacks({ ...NOTICE, ...without })).toEqual([field]);
    expect(lacks({ ...RULES, ...without })).toEqual([field]);
  });

  it.each([
    ['成文日期', { dateOfDocument: null }, ['content.dateOfDocument']],
    ['发文字号', { documentNumber: '' }, ['content.documentNumber']],
    ['发文机关', { issuingOrgan: '' }, ['content.issuingOrgan']],
  ] as const)('has its %s only when it is an official document', (_what, without, fields) => {
    expect(lacks({ ...RULES, ...without })).toEqual(fields);
    expect(lacks({ ...NOTICE, ...without })).toEqual([]);
  });

  it('bears no date that is still to come', () => {
    expect(lacks({ ...RULES, dateOfDocument: '2026-11-21' as CivilDate })).toEqual([
      'content.dateOfDocument',
    ]);
  });

  it('needs nothing for the catalogue as long as it is not to be public, and all of it once that changes', () => {
    const kept: DocumentContent = {
      ...NOTICE,
      disclosureClass: 'onApplication',
      classReason: '不涉及公众利益调整。',
      abstract: '',
      subjectCategory: '',
      catalogCode: '',
    };
    expect(lacks(kept)).toEqual([]);
    expect(refuseForCatalogue(kept).map(({ code }) => code)).toEqual([
      'category-missing',
      'subject-missing',
      'abstract-missing',
    ]);
  });
});
