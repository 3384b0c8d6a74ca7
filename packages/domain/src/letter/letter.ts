import type { CivilDate } from '../kernel/civil-date.ts';
import type { RemedyCode } from '../remedy/remedy.ts';
import type { LetterKind } from './letter-kinds.ts';
import type { LetterRole, TemplateRow } from './letter-template.ts';

export interface LetterParagraph {
  readonly role: LetterRole;
  readonly text: string;
}

export interface LetterRemedy {
  readonly code: RemedyCode;
  readonly source: string;
  /** The reading is not settled: shown as 待确认 to the officer, not in the letter. */
  readonly unconfirmed: boolean;
  /** Empty where the letter names no remedy. */
  readonly text: string;
}

/** A date in the letter that may still change, and the sentence that stands beside it. */
export interface ProvisionalMark {
  readonly date: CivilDate;
  readonly sentence: string;
}

/** A sheet to be filled in and sent back. */
export interface LetterForm {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly rows: readonly TemplateRow[];
}

/** A letter as it is printed, in its parts; how it looks is the writers' concern. */
export interface Letter {
  readonly kind: LetterKind;
  /** Version of the wording. */
  readonly version: number;
  /** 答复主体 */
  readonly issuer: string;
  /** 标题 */
  readonly title: string;
  /** 文号; `null` for forms of the file. */
  readonly documentNumber: string | null;
  readonly registrationNumber: string;
  /** `null` for forms of the file. */
  readonly addressee: string | null;
  readonly paragraphs: readonly LetterParagraph[];
  /** Of a form: its labelled fields. */
  readonly rows: readonly TemplateRow[];
  readonly remedy: LetterRemedy;
  readonly enclosures: readonly string[];
  readonly contact: readonly string[];
  readonly date: CivilDate;
  /** 答复日期 in words. */
  readonly dateText: string;
  /** Where the seal goes; `null` for forms of the file. */
  readonly seal: string | null;
  readonly replyForm: LetterForm | null;
  readonly provisional: readonly ProvisionalMark[];
}

/** What is printed, of a letter of an application or of another document: all that writers look at. */
export type PrintedLetter = Omit<
  Letter,
  'kind' | 'version' | 'registrationNumber' | 'remedy' | 'provisional'
> & { readonly remedy: Pick<LetterRemedy, 'text'> };

/** "附件：1. …" as lines, the first with its word. */
export const enclosureLines = (enclosures: readonly string[]): readonly string[] => {
  if (enclosures.length < 2) return enclosures.map((name) => `附件：${name}`);
  return enclosures.map((name, index) => `${index === 0 ? '附件：' : '　　　'}${index + 1}. ${name}`);
};
