import type { FormInstance } from 'antd';
import { useEffect } from 'react';
import { type LetterForms, nameAt } from './act-letter.ts';
import type { ActValues } from './act-values.ts';
import { type EnteredTexts, textOf } from './entered.ts';

/** Words that the case says already, by the name of their field; facts have beginnings of their own. */
const knownWords = (letters: LetterForms): EnteredTexts =>
  Object.fromEntries(
    letters
      .flatMap(({ fields }) => fields)
      .flatMap(({ pointer, value }): readonly (readonly [string, string])[] => {
        const [part, key] = nameAt(pointer);
        return part === 'texts' && value !== '' ? [[key, value]] : [];
      }),
  );

/**
 * Fills in what the case says already, where nothing is typed.
 *
 * @param texts what is typed
 * @returns the words with those filled in, also before the form has them: whoever judges them must not say for a moment
 *   that they are missing
 */
export function useKnownWords(
  form: FormInstance<ActValues>,
  letters: LetterForms,
  texts: EnteredTexts,
): EnteredTexts {
  useEffect(() => {
    for (const [key, value] of Object.entries(knownWords(letters))) {
      if (textOf(form.getFieldValue(['texts', key])) === '') form.setFieldValue(['texts', key], value);
    }
  }, [form, letters]);
  const typed = Object.entries(texts).filter(([, value]) => value !== undefined);
  return { ...knownWords(letters), ...Object.fromEntries(typed) };
}
