import { useEffect, useState } from 'react';
import { type DraftInHand, useDraft } from './use-draft.ts';

export interface Editing<T, V> {
  /** What the form was opened over, whatever is read again meanwhile. */
  readonly base: T;
  readonly draft: DraftInHand<V>;
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
  const [base, setBase] = useState(latest);
  const draft = useDraft<V>(formId, { values: valuesOf(base), version: base.version });
  const [isOpen, setOpen] = useState(draft.restoredFrom !== null);
  useEffect(() => {
    if (!isOpen) setBase(latest);
  }, [isOpen, latest]);
  return {
    base,
    draft,
    isOpen,
    open: () => setOpen(true),
    close: () => {
      draft.forget();
      setOpen(false);
    },
  };
}
