import { inBookMarks } from '../../kernel/book-marks.ts';
import { AUDIENCES, DISCLOSURE_CLASSES, WITHHOLDING_GROUNDS } from '../disclosure-class.ts';
import { DOCUMENT_RELATIONS, type DocumentContent, type RelatedDocument } from '../document-content.ts';
import { DOCUMENT_KINDS } from '../document-kind.ts';
import { PUBLICATION_MATTERS } from '../periods/matters.ts';
import { START_FACTS } from '../periods/period-rule.ts';
import { isStatutoryCode, STATUTORY_CATALOG } from '../statutory-catalog/statutory-catalog.ts';

/** A line of what is known of a document beside its text: a name and its words, empty where nothing was given. */
export interface ContentWords {
  readonly label: string;
  readonly words: string;
}

const day = (date: string | null): string => date ?? '';

const classWords = ({ disclosureClass, classGround, classReason }: DocumentContent): string =>
  [
    disclosureClass === null ? '' : DISCLOSURE_CLASSES[disclosureClass].title,
    classGround === null ? '' : WITHHOLDING_GROUNDS[classGround].title,
    classReason,
  ]
    .filter((words) => words !== '')
    .join('；');

const codeWords = (code: string): string => (isStatutoryCode(code) ? STATUTORY_CATALOG[code].title : code);

const relationWords = ({ relation, documentNumber, title }: RelatedDocument): string =>
  `${DOCUMENT_RELATIONS[relation]}${title === '' ? '' : inBookMarks(title)}${documentNumber}`;

const matterDays = ({ matterDays: days }: DocumentContent): readonly ContentWords[] =>
  Object.entries(START_FACTS).flatMap(([fact, label]) => {
    const words = fact === 'createdOn' ? undefined : days[fact as keyof typeof days];
    return words === undefined ? [] : [{ label, words }];
  });

/** Everything of a document beside its text and files, in the order of a document's page (publication.md §6). */
export const contentWords = (content: DocumentContent): readonly ContentWords[] => [
  { label: '标题', words: content.title },
  { label: '体裁', words: DOCUMENT_KINDS[content.kind] },
  { label: '发文字号', words: content.documentNumber },
  { label: '发文机关', words: content.issuingOrgan },
  { label: '成文日期', words: day(content.dateOfDocument) },
  { label: '生成日期', words: day(content.createdOn) },
  { label: '内容概述', words: content.abstract },
  { label: '主题分类', words: content.subjectCategory },
  { label: '关键词', words: content.keywords.join('、') },
  { label: '信息来源', words: content.source },
  { label: '公开属性', words: classWords(content) },
  { label: '公开对象', words: AUDIENCES[content.audience] },
  { label: '法定主动公开内容', words: codeWords(content.catalogCode) },
  { label: '公开事项', words: PUBLICATION_MATTERS[content.matter].title },
  ...matterDays(content),
  { label: '施行日期', words: day(content.validFrom) },
  { label: '有效期至', words: day(content.validTo) },
  { label: '公示截止日期', words: day(content.shownUntil) },
  { label: '与其他文件的关系', words: content.relations.map(relationWords).join('；') },
  { label: '修改说明', words: content.changeNote },
];
