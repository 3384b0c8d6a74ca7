import type { FormInstance } from 'antd';
import { useEffect } from 'react';
import { type LetterForms, nameAt } from './act-letter.ts';
import type { ActValues } from './act-values.ts';
import { textOf } from './entered.ts';

/** Fills in what the case says already, where nothing is typed. */
export function useKnownWords(form: FormInstance<ActValues>, letters: LetterForms): void {
  useEffect(() => {
    for (const { pointer, value } of letters.flatMap(({ fields }) => fields)) {
      const [part, key] = nameAt(pointer);
      // Facts have beginnings of their own.
      if (part === 'texts' && value !== '' && textOf(form.getFieldValue([part, key])) === '')
        form.setFieldValue([part, key], value);
    }
  }, [form, letters]);
}
