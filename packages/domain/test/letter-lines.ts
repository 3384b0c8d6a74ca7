import { enclosureLines, type Letter } from '../src/letter/letter.ts';
import type { TemplateRow } from '../src/letter/letter-template.ts';

const rowLine = ({ label, text }: TemplateRow): string => `${label}：${text}`;

/** The whole letter as plain text, line by line. */
export function letterLines(letter: Letter): readonly string[] {
  const { addressee, replyForm } = letter;
  return [
    letter.issuer,
    letter.title,
    ...(letter.documentNumber === null ? [] : [letter.documentNumber]),
    ...(addressee === null ? [] : [`${addressee}：`]),
    ...letter.paragraphs.map(({ text }) => text),
    ...letter.rows.map(rowLine),
    ...(letter.remedy.text === '' ? [] : [letter.remedy.text]),
    ...enclosureLines(letter.enclosures),
    ...letter.contact,
    ...(letter.seal === null ? [] : [letter.issuer, letter.seal, letter.dateText]),
    ...(replyForm === null ? [] : [replyForm.title, ...replyForm.paragraphs, ...replyForm.rows.map(rowLine)]),
  ];
}
