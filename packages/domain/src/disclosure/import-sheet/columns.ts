/** What a list of documents to be imported says of each beside its file; what it leaves open is read from the file. */
export const IMPORT_COLUMNS = {
  file: '文件',
  attachments: '附件',
  title: '标题',
  kind: '文件种类',
  documentNumber: '发文字号',
  issuingOrgan: '发文机关',
  dateOfDocument: '成文日期',
  createdOn: '生成日期',
  disclosureClass: '公开属性',
  classReason: '理由',
  catalogCode: '法定主动公开内容',
  subjectCategory: '主题分类',
  abstract: '内容概述',
  keywords: '关键词',
  source: '信息来源',
} as const;

export type ImportColumn = keyof typeof IMPORT_COLUMNS;

export const IMPORT_COLUMN_IDS = Object.keys(IMPORT_COLUMNS) as readonly ImportColumn[];

/** Rows of one list. */
export const MOST_IMPORT_ROWS = 50_000;

/** A row as text by column; empty where the list says nothing. */
export type ImportSheetRow = Readonly<Record<ImportColumn, string>>;
