import { type Fen, yuanText } from '../fee/tariff.ts';
import { chineseDate } from '../kernel/chinese-date.ts';
import { parseCivilDate } from '../kernel/civil-date.ts';
import { err, ok, type Result } from '../kernel/result.ts';

interface FieldBase {
  readonly key: string;
  readonly label: string;
  readonly required: boolean;
  /** What to write, with the article behind it. */
  readonly help: string;
}

/** `line` one line · `text` several lines · `list` one piece a line · `yuan` an amount, kept in 分. */
export interface PlainField extends FieldBase {
  readonly kind: 'line' | 'text' | 'date' | 'number' | 'yuan' | 'list';
  /** Of a number: the greatest that the law allows. */
  readonly most?: number;
  /** What the wording prints right before and after the value, so it is not to be written again. */
  readonly printed?: readonly [before: string, after: string];
}

export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  /** Id of each answer and the words that are printed for it. */
  readonly options: Readonly<Record<string, string>>;
  /** More than one answer may be given: their ids, separated by commas. */
  readonly several?: true;
}

/** What an officer fills in before a letter can be composed. */
export type LetterField = PlainField | ChoiceField;

/** Values as they are entered and kept, all of them text: dates as YYYY-MM-DD, amounts in 元, lists by line. */
export type LetterFieldValues = Readonly<Record<string, string>>;

const LONGEST = { line: 200, text: 4000, list: 4000 } as const;

/** The pieces of a list, one a line. */
export const linesOf = (value: string): readonly string[] =>
  value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function choiceWords({ options, several }: ChoiceField, value: string): Result<string, string> {
  const ids = several === undefined ? [value] : value.split(',').map((id) => id.trim());
  const words = ids.map((id) => (Object.hasOwn(options, id) ? options[id] : undefined));
  const known = words.filter((word) => word !== undefined);
  return known.length === words.length ? ok(known.join('、')) : err('请从列出的选项中选择');
}

function numberWords({ most = Infinity }: PlainField, value: string): Result<string, string> {
  if (!/^[1-9]\d{0,5}$/.test(value)) return err('应为大于0的整数');
  return Number(value) > most ? err(`不能超过${most}`) : ok(value);
}

function yuanWords(value: string): Result<string, string> {
  const [, yuan = '', fen = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(value) ?? [];
  if (yuan === '') return err('应为金额，如 1080 或 1080.50');
  return ok(yuanText((Number(yuan) * 100 + Number(fen.padEnd(2, '0'))) as Fen));
}

function dateWords(value: string): Result<string, string> {
  const date = parseCivilDate(value);
  return date === undefined ? err('应为日期（年-月-日），如 2026-03-02') : ok(chineseDate(date));
}

/** "第三十二条" where the wording already has 第 and 条. */
function printedTwice({ printed: [before, after] = ['', ''] }: PlainField, value: string): readonly string[] {
  return [
    ...(before !== '' && value.startsWith(before) ? [before] : []),
    ...(after !== '' && value.endsWith(after) ? [after] : []),
  ];
}

function textWords(field: PlainField, kind: keyof typeof LONGEST, value: string): Result<string, string> {
  if (value.length > LONGEST[kind]) return err(`不超过 ${LONGEST[kind]} 字`);
  if (kind === 'line' && /[\n\r]/.test(value)) return err('不能换行');
  const twice = printedTwice(field, value);
  if (twice.length > 0) return err(`不必写“${twice.join('')}”，文书中已有`);
  if (kind === 'list') return ok(linesOf(value).join('；'));
  // A line stands inside a sentence, which has its own ending.
  return ok(kind === 'line' ? value.replace(/[。；，、]+$/, '') : value);
}

function wordsOf(field: LetterField, value: string): Result<string, string> {
  switch (field.kind) {
    case 'choice':
      return choiceWords(field, value);
    case 'number':
      return numberWords(field, value);
    case 'yuan':
      return yuanWords(value);
    case 'date':
      return dateWords(value);
    default:
      return textWords(field, field.kind, value);
  }
}

/** The value as the letter prints it, empty where nothing need be given; or in Chinese what is wrong with it. */
export function printField(field: LetterField, value: string | undefined): Result<string, string> {
  const given = (value ?? '').trim();
  if (given !== '') return wordsOf(field, given);
  if (!field.required) return ok('');
  return err(field.kind === 'choice' ? '请选择' : '请填写');
}
