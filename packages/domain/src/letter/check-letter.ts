import type { Remedy } from '../remedy/remedy.ts';
import { factLabel, factWords, isFactKey, type LetterFacts } from './letter-facts.ts';
import { type LetterField, type LetterFieldValues, printField } from './letter-field.ts';
import type { LetterAddressee } from './letter-kinds.ts';
import { type LetterTemplate, optionalPieces, placesOf, textsOf } from './letter-template.ts';

/** What is not there, or cannot be printed as it is; `words` say in Chinese what to do. */
export interface MissingField {
  /** Key of the field of the template, or of the fact. */
  readonly key: string;
  readonly label: string;
  readonly words: string;
}

/** The words of a place; empty where nothing is given. */
export type PlaceWords = (key: string) => string;

/** What a letter is checked against. */
export interface LetterFrame {
  readonly template: LetterTemplate;
  readonly to: LetterAddressee;
  readonly remedy: Remedy;
}

const missingOf = ({ key, label }: Pick<LetterField, 'key' | 'label'>, words: string): MissingField => ({
  key,
  label,
  words,
});

/** Fields first: a field never has the key of a fact, which a test holds. */
export function wordsOfPlaces(
  { fields }: LetterTemplate,
  facts: LetterFacts,
  values: LetterFieldValues,
): PlaceWords {
  const given = new Map(
    fields.map((field) => {
      const printed = printField(field, values[field.key]);
      return [field.key, printed.ok ? printed.value : ''];
    }),
  );
  return (key) => given.get(key) ?? (isFactKey(key) ? factWords(key, facts) : '');
}

const wrongFields = ({ fields }: LetterTemplate, values: LetterFieldValues): readonly MissingField[] =>
  fields.flatMap((field) => {
    const printed = printField(field, values[field.key]);
    return printed.ok ? [] : [missingOf(field, printed.error)];
  });

/** A piece that is left out when a place in it is empty would lose what was filled into its other places. */
function halfFilled(
  template: LetterTemplate,
  facts: LetterFacts,
  values: LetterFieldValues,
): readonly MissingField[] {
  const words = wordsOfPlaces(template, facts, values);
  const pieces = textsOf(template).flatMap(optionalPieces);
  const lost = pieces.filter((keys) => keys.some((key) => words(key) !== ''));
  const empty = new Set(lost.flat().filter((key) => words(key) === ''));
  return template.fields.filter(({ key }) => empty.has(key)).map((field) => missingOf(field, '请一并填写'));
}

function missingFacts(template: LetterTemplate, facts: LetterFacts): readonly MissingField[] {
  const needed = new Set(textsOf(template).flatMap((text) => placesOf(text).needed));
  return [...needed]
    .filter(isFactKey)
    .filter((key) => factWords(key, facts) === '')
    .map((key) => ({ key, label: factLabel(key), words: '案卷中没有，请先补全' }));
}

const lacks = (isMissing: boolean, key: string, label: string, words: string): readonly MissingField[] =>
  isMissing ? [{ key, label, words }] : [];

/** The parts of the frame: number, addressee, contact, places of remedy. */
function missingFrame({ template, to, remedy }: LetterFrame, facts: LetterFacts): readonly MissingField[] {
  const isSent = to !== 'internal';
  const { receiptDate } = facts.application;
  return [
    ...lacks(facts.organ.trim() === '', 'organ', '机关名称', '请填写'),
    ...lacks(
      template.numbered && !facts.documentNumber?.trim(),
      'documentNumber',
      '发文字号',
      '请填写或者取号',
    ),
    ...lacks(isSent && facts.addressee.trim() === '', 'addressee', '受文者', '请填写姓名（名称）'),
    ...lacks(
      isSent && facts.contact.length === 0,
      'contact',
      '联系方式',
      '请先补全本机关政府信息公开工作机构的联系方式',
    ),
    ...lacks(
      remedy.code !== 'NONE' && facts.remedyPlaces === null,
      'remedyPlaces',
      '行政复议机关和人民法院',
      '不能由机关名称得出，请在“设置”中填写',
    ),
    ...lacks(receiptDate !== null && facts.date < receiptDate, 'date', '成文日期', '不能早于收到申请之日'),
  ];
}

/** Who is consulted is not told who applied, unless the organ has decided otherwise [U]. */
function namedApplicant(
  { template, to }: LetterFrame,
  { application, othersSeeApplicant }: LetterFacts,
  values: LetterFieldValues,
): readonly MissingField[] {
  const name = application.applicant.trim();
  if (to === 'applicant' || to === 'internal' || othersSeeApplicant || name === '') return [];
  return template.fields
    .filter(({ key }) => values[key]?.includes(name))
    .map((field) => missingOf(field, '出现了申请人的姓名（名称），请删去'));
}

/** Everything that stands in the way of the letter, all at once. */
export function missingParts(
  frame: LetterFrame,
  facts: LetterFacts,
  values: LetterFieldValues,
): readonly MissingField[] {
  const { template } = frame;
  const all = [
    ...wrongFields(template, values),
    ...halfFilled(template, facts, values),
    ...namedApplicant(frame, facts, values),
    ...missingFacts(template, facts),
    ...missingFrame(frame, facts),
  ];
  return [...new Map(all.toReversed().map((one) => [one.key, one])).values()].toReversed();
}
