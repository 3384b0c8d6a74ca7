import type { ApplicationAct } from '@zhaoshi/domain/application/act';
import type { Letter } from '@zhaoshi/domain/letter/letter';
import type { LetterField } from '@zhaoshi/domain/letter/letter-field';
import { pointerOfMissing } from '../../use-cases/applications/compose-letters.ts';
import type { PlannedLetter } from '../../use-cases/applications/planned-letters.ts';

/** The letter in its parts, as the contract names them. */
export const presentLetter = (letter: Letter) => ({
  ...letter,
  paragraphs: letter.paragraphs.map(({ role, text }) => ({ role, text })),
  rows: letter.rows.map(({ label, text }) => ({ label, text })),
  remedy: { ...letter.remedy },
  enclosures: [...letter.enclosures],
  contact: [...letter.contact],
  replyForm: letter.replyForm && {
    title: letter.replyForm.title,
    paragraphs: [...letter.replyForm.paragraphs],
    rows: letter.replyForm.rows.map(({ label, text }) => ({ label, text })),
  },
  provisional: letter.provisional.map(({ date, sentence }) => ({ date, sentence })),
});

/** A field of a letter with where it is entered and what the case says already. */
export const presentField = (act: ApplicationAct, plan: PlannedLetter, field: LetterField, value: string) => {
  const { key, label, help, kind, required } = field;
  return {
    key,
    pointer: pointerOfMissing(act, plan, { key, label, words: '' }) ?? '',
    label,
    help,
    kind,
    required,
    options:
      field.kind === 'choice' ? Object.entries(field.options).map(([id, words]) => ({ id, words })) : [],
    several: field.kind === 'choice' && field.several === true,
    most: field.kind === 'choice' ? null : (field.most ?? null),
    value,
  };
};
