import {
  AUDIENCES,
  DISCLOSURE_CLASSES,
  WITHHOLDING_GROUNDS,
} from '@zhaoshi/domain/disclosure/disclosure-class';
import { bodyText } from '@zhaoshi/domain/disclosure/document-body';
import { DOCUMENT_RELATIONS } from '@zhaoshi/domain/disclosure/document-content';
import { DOCUMENT_KINDS } from '@zhaoshi/domain/disclosure/document-kind';
import { PUBLICATION_MATTERS } from '@zhaoshi/domain/disclosure/periods/matters';
import { START_FACTS } from '@zhaoshi/domain/disclosure/periods/period-rule';
import { readBody } from '@zhaoshi/domain/disclosure/read-body';
import {
  isStatutoryCode,
  STATUTORY_CATALOG,
} from '@zhaoshi/domain/disclosure/statutory-catalog/statutory-catalog';
import type { ContentValues } from '../shown-document.ts';

/** What the parts of a content are called, in the order of the page. */
export const CONTENT_LABELS = {
  title: '标题',
  body: '正文',
  attachments: '附件',
  kind: '文件种类',
  disclosureClass: '公开属性',
  classGround: '不予公开的依据',
  classReason: '理由',
  audience: '公开对象',
  documentNumber: '发文字号',
  issuingOrgan: '发文机关',
  dateOfDocument: '成文日期',
  createdOn: '生成日期',
  abstract: '内容概述',
  subjectCategory: '主题分类',
  keywords: '关键词',
  source: '信息来源',
  catalogCode: '法定主动公开内容',
  catalogItemId: '标准目录事项',
  matter: '公开事项',
  matterDays: '期限起算日期',
  validFrom: '施行日期',
  validTo: '有效期至',
  shownUntil: '公示截止日期',
  relations: '与其他文件的关系',
  changeNote: '修改说明',
} as const satisfies Readonly<Record<keyof ContentValues, string>>;

const WORDS: { readonly [K in keyof ContentValues]?: (value: ContentValues[K]) => string } = {
  body: (value) => bodyText(readBody(value).body),
  attachments: (value) => value.map(({ name }) => name).join('\n'),
  kind: (value) => DOCUMENT_KINDS[value],
  disclosureClass: (value) => (value === null ? '' : DISCLOSURE_CLASSES[value].title),
  classGround: (value) => (value === null ? '' : WITHHOLDING_GROUNDS[value].title),
  audience: (value) => AUDIENCES[value],
  keywords: (value) => value.join('、'),
  catalogCode: (value) => (isStatutoryCode(value) ? STATUTORY_CATALOG[value].title : value),
  matter: (value) => PUBLICATION_MATTERS[value].title,
  matterDays: (value) =>
    Object.entries(value)
      .map(([fact, day]) => `${START_FACTS[fact as keyof typeof START_FACTS]}：${day}`)
      .join('\n'),
  relations: (value) =>
    value
      .map(
        ({ relation, documentNumber, title }) => `${DOCUMENT_RELATIONS[relation]} ${documentNumber} ${title}`,
      )
      .join('\n'),
};

/** A part of a content in words; empty for what is not given. */
export function partWords<K extends keyof ContentValues>(name: K, value: ContentValues[K]): string {
  const words = WORDS[name];
  if (words !== undefined) return words(value);
  return typeof value === 'string' ? value : '';
}
