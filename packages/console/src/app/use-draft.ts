import { useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { type Draft, draftKey, keepDraft, readDraft, removeDraft } from './draft-store.ts';
import { useSession } from './session.ts';
import { usePageInfo } from './use-page-info.ts';

interface Saved<V> {
  /** What the server has, or what an empty form begins with. */
  readonly values: V;
  /** The version of the thing that is edited; `null` for something new. */
  readonly version: number | null;
}

export interface DraftInHand<V> {
  /** What the form begins with: the draft where there is one. */
  readonly values: V;
  /** The version that the values rest on; send it as `If-Match`. */
  readonly version: number | null;
  /** When the restored values were typed; `null`: nothing was restored. */
  readonly restoredFrom: string | null;
  /** Something is typed that is not saved. */
  readonly isDirty: boolean;
  /** To be called with all values at each change of the form. */
  readonly keep: (values: V) => void;
  /** To be called after saving, and when the person gives the draft up. */
  readonly forget: () => void;
}

const isSame = (draft: Draft, values: object): boolean =>
  JSON.stringify({ ...values, ...draft.values }) === JSON.stringify(values);

/**
 * Keeps what is typed into a form on this device, for the person and the organ they act in, until it is saved.
 * Passwords and codes are never kept.
 *
 * @param formId which form, with the id of what it edits, such as `organ.edit/<id>`
 */
export function useDraft<V extends object>(formId: string, saved: Saved<V>): DraftInHand<V> {
  const { account, organ } = useSession();
  const key = draftKey(account.accountId, organ?.organId ?? '-', formId);
  const title = usePageInfo()?.title ?? '';
  const path = useRouterState({ select: ({ location }) => location.href });
  const [found, setFound] = useState(() => {
    const draft = readDraft(key);
    return draft === null || isSame(draft, saved.values) ? null : draft;
  });
  const [isDirty, setDirty] = useState(found !== null);
  return {
    values: found === null ? saved.values : { ...saved.values, ...(found.values as Partial<V>) },
    version: found === null ? saved.version : found.version,
    restoredFrom: found?.keptAt ?? null,
    isDirty,
    keep: (values) => {
      keepDraft(key, { values, version: found === null ? saved.version : found.version, title, path });
      setDirty(true);
    },
    forget: () => {
      removeDraft(key);
      setFound(null);
      setDirty(false);
    },
  };
}
