import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { enclosureLines, type PrintedLetter } from '@zhaoshi/domain/letter/letter';
import { printable } from '../write/printable.ts';

interface Row {
  readonly label: string;
  readonly text: string;
}

/** The one view of a letter that both writers print: how it looks is theirs, what stands where is here. */
export interface LetterLayout {
  /** For the file's properties: no name of a person. */
  readonly documentTitle: string;
  readonly date: CivilDate;
  /** Set in 二号, one line each. */
  readonly titleLines: readonly string[];
  readonly documentNumber: string | null;
  /** With its colon, at the margin. */
  readonly addressee: string | null;
  /** The remedies are the last of them. */
  readonly paragraphs: readonly string[];
  readonly rows: readonly Row[];
  readonly enclosures: readonly string[];
  /** Name of the organ, place of the seal, date. */
  readonly signature: readonly string[];
  /** 附注, in round brackets under the date. */
  readonly contact: string | null;
  readonly replyForm: {
    readonly title: string;
    readonly addressee: string;
    readonly paragraphs: readonly string[];
    readonly rows: readonly Row[];
  } | null;
}

const rowOf = ({ label, text }: Row): Row => ({ label, text: printable(text) });

function replyFormOf({ replyForm }: PrintedLetter): LetterLayout['replyForm'] {
  if (replyForm === null) return null;
  const { title, rows } = replyForm;
  const [addressee = '', ...paragraphs] = replyForm.paragraphs.map(printable);
  return { title, addressee, paragraphs, rows: rows.map(rowOf) };
}

/** Lays a letter out in reading order (GB/T 9704-2012). */
export function layOutLetter(letter: PrintedLetter): LetterLayout {
  const { title, date, dateText, seal } = letter;
  const issuer = printable(letter.issuer);
  return {
    documentTitle: `${issuer}${title}`,
    date,
    titleLines: [issuer, title],
    documentNumber: letter.documentNumber === null ? null : printable(letter.documentNumber),
    addressee: letter.addressee === null ? null : `${printable(letter.addressee)}：`,
    paragraphs: [...letter.paragraphs.map(({ text }) => text), letter.remedy.text]
      .filter((text) => text !== '')
      .map(printable),
    rows: letter.rows.map(rowOf),
    enclosures: enclosureLines(letter.enclosures).map(printable),
    signature: seal === null ? [] : [issuer, seal, dateText],
    contact: letter.contact.length === 0 ? null : `（${letter.contact.map(printable).join('；')}）`,
    replyForm: replyFormOf(letter),
  };
}
