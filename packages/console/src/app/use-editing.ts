import { useState } from 'react';
import { type DraftInHand, useDraft } from './use-draft.ts';

export interface Editing<T extends { readonly version: number }, V extends object> {
  readonly draft: DraftInHand<V, T>;
  readonly isOpen: boolean;
  readonly open: () => void;
  /** Back to showing: after saving, and when the person gives the draft up. */
  readonly close: () => void;
}

/**
 * Something that is shown and, when asked, edited in its place. A draft that was left opens the form by itself.
 *
 * @param formId which form, with the id of what it edits
 * @param latest the thing as it was read last
 */
export function useEditing<T extends { readonly version: number }, V extends object>(
  formId: string,
  latest: T,
  valuesOf: (thing: T) => V,
): Editing<T, V> {
  const draft = useDraft(formId, latest, valuesOf);
  const [isOpen, setOpen] = useState(draft.restoredFrom !== null);
  return {
    draft,
    isOpen,
    open: () => {
      draft.begin();
      setOpen(true);
    },
    close: () => {
      draft.forget();
      setOpen(false);
    },
  };
}
