import { plainText } from '../../annual-report/rules/identity.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { DisclosureClass } from '../disclosure-class.ts';
import { documentNumberText, parseDocumentNumber } from '../document-number/document-number.ts';
import { readDateOfDocument, readIssuingOrgan } from './read-signature.ts';
import { readTitle } from './read-title.ts';
import {
  agreed,
  type Line,
  labelled,
  linesOf,
  type Reading,
  reading,
  type TextParagraph,
} from './reading.ts';

/** 公开属性 as the document carries it. */
export interface ClassMark {
  readonly disclosureClass: DisclosureClass;
  /** 此件删减后公开: part must be taken out first [L]. */
  readonly afterSegregation: boolean;
}

/** What a text says of itself; `null` where it does not, or not clearly. */
export interface TextMetadata {
  readonly title: Reading<string> | null;
  /** In the standard writing, 代字〔年〕号. */
  readonly documentNumber: Reading<string> | null;
  readonly issuingOrgan: Reading<string> | null;
  readonly dateOfDocument: Reading<CivilDate> | null;
  readonly classMark: Reading<ClassMark> | null;
}

/** The number stands alone in the head, or with 签发人 on its right (GB/T 9704-2012 7.2.5, 7.2.6). */
const HEAD_LINES = 16;
const SIGNER = /\s*签发人\s*[：:].*$/;

function readNumber(lines: readonly Line[]): Reading<string> | null {
  const read = (line: Line): readonly Reading<string>[] => {
    const number = parseDocumentNumber(line.text.replace(SIGNER, ''));
    return number === undefined ? [] : [reading(documentNumberText(number), 'certain', line)];
  };
  const named = labelled(lines, ['发文字号', '文号', '文件编号', '发文文号']).flatMap(read);
  if (named.length > 0) return agreed(named);
  // In brackets under the title: （昭政办发〔2023〕12号）.
  const head = lines.slice(0, HEAD_LINES).map(({ text, index }) => ({
    text: text.replace(/^[（(](.+)[）)]$/, '$1'),
    index,
  }));
  return agreed(head.flatMap(read));
}

const MARKS: Readonly<Record<string, ClassMark>> = {
  公开发布: { disclosureClass: 'proactive', afterSegregation: false },
  主动公开: { disclosureClass: 'proactive', afterSegregation: false },
  公开: { disclosureClass: 'proactive', afterSegregation: false },
  删减后公开: { disclosureClass: 'proactive', afterSegregation: true },
  依申请公开: { disclosureClass: 'onApplication', afterSegregation: false },
  不予公开: { disclosureClass: 'withheld', afterSegregation: false },
  不公开: { disclosureClass: 'withheld', afterSegregation: false },
};

const MARK = /^[（(]?此件(.+?)[）)]?$/;
const CLASS_LABELS = ['公开属性', '公开方式', '公开类别', '信息公开选项', '政府信息公开选项', '公开选项'];

/** Marks that say different things make none: the person has to decide. */
function readClassMark(lines: readonly Line[]): Reading<ClassMark> | null {
  const marked = lines.flatMap(({ text, index }) => {
    const [, words = ''] = MARK.exec(plainText(text)) ?? [];
    return words === '' ? [] : [{ text: words, index }];
  });
  const readings = [...marked, ...labelled(lines, CLASS_LABELS)].flatMap((line) => {
    const words = plainText(line.text);
    const mark = Object.hasOwn(MARKS, words) ? MARKS[words] : undefined;
    return mark === undefined ? [] : [reading(mark, 'certain', line)];
  });
  const [first] = readings;
  const isOne = readings.every(
    ({ value: { disclosureClass, afterSegregation } }) =>
      disclosureClass === first?.value.disclosureClass && afterSegregation === first.value.afterSegregation,
  );
  return isOne ? (first ?? null) : null;
}

/**
 * Reads title, number, issuing organ, date and 公开属性 from the paragraphs of an official document (GB/T 9704-2012),
 * or of a web page that prints them with labels. Each with the paragraphs it stands in and how sure it is; what is not
 * clear is `null`, because none is better than wrong. The paragraphs are in reading order, tables cell by cell.
 */
export function metadataFromText(paragraphs: readonly TextParagraph[]): TextMetadata {
  const lines = linesOf(paragraphs);
  return {
    title: readTitle(lines),
    documentNumber: readNumber(lines),
    issuingOrgan: readIssuingOrgan(lines),
    dateOfDocument: readDateOfDocument(lines),
    classMark: readClassMark(lines),
  };
}
