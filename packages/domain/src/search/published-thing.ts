import { DOCUMENT_KINDS, type DocumentKind } from '../disclosure/document-kind.ts';

/** What a published thing is called in lists: 体裁 of a document, or an annual report. */
export type Genre = DocumentKind | 'annualReport';

export const GENRES: Readonly<Record<Genre, string>> = {
  ...DOCUMENT_KINDS,
  annualReport: '政府信息公开工作年度报告',
};
