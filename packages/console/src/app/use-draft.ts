import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { type Draft, draftKey, keepDraft, readDraft, removeDraft } from './draft-store.ts';
import { useSession } from './session.ts';
import { usePageInfo } from './use-page-info.ts';

/** What is edited: a thing with its version, or `null` for something new. */
interface Versioned {
  readonly version: number | null;
}

export interface DraftInHand<V extends object, T extends Versioned = Versioned> {
  /** The thing as it was when the form was opened, whatever is read again meanwhile. */
  readonly base: T;
  /** What the form begins with: the draft where there is one. */
  readonly values: V;
  /** The version that the values rest on; send it as `If-Match`. */
  readonly version: T['version'];
  /** When the restored values were typed; `null`: nothing was restored. */
  readonly restoredFrom: string | null;
  /** Something is typed that is not saved. */
  readonly isDirty: boolean;
  /** To be called with all values at each change of the form. */
  readonly keep: (values: V) => void;
  /** To be called after saving, and when the person gives the draft up. */
  readonly forget: () => void;
  /**
   * To be called when the form is opened later than its component: it begins with what was read last; and by a form
   * that stays open when it was saved, with what was saved.
   */
  readonly begin: (thing?: T) => void;
}

/** Where drafts lie. */
interface DraftPlace {
  readonly read: (key: string) => Draft | null;
  readonly keep: (key: string, draft: Omit<Draft, 'keptAt' | 'values'> & { readonly values: object }) => void;
  readonly remove: (key: string) => void;
}

const DEVICE: DraftPlace = { read: readDraft, keep: keepDraft, remove: removeDraft };

/** Among the answers in memory: gone with the window, at signing out, and never in the browser's store. */
const windowPlace = (queryClient: QueryClient): DraftPlace => ({
  read: (key) => queryClient.getQueryData<Draft>(['draft', key]) ?? null,
  keep: (key, draft) => {
    queryClient.setQueryDefaults(['draft'], { gcTime: Number.POSITIVE_INFINITY });
    queryClient.setQueryData(['draft', key], { ...draft, keptAt: new Date().toISOString() });
  },
  remove: (key) => queryClient.removeQueries({ queryKey: ['draft', key] }),
});

const isSame = (draft: Draft, values: object): boolean =>
  JSON.stringify({ ...values, ...draft.values }) === JSON.stringify(values);

/**
 * Keeps what is typed into a form on this device, for the person and the organ they act in, until it is saved.
 * Passwords and codes are never kept. A thing that is read again under an open form changes neither its values nor
 * the version they rest on: saving over a newer version must be refused, not succeed unseen.
 *
 * @param formId which form, with the id of what it edits, such as `organ.edit/<id>`
 * @param latest the thing as it was read last
 * @param valuesOf what of it the form edits
 * @param options `inWindow` for forms that name applicants: what is typed lies in memory only
 */
export function useDraft<T extends Versioned, V extends object>(
  formId: string,
  latest: T,
  valuesOf: (thing: T) => V,
  { inWindow = false }: { readonly inWindow?: boolean } = {},
): DraftInHand<V, T> {
  const queryClient = useQueryClient();
  const place = inWindow ? windowPlace(queryClient) : DEVICE;
  const { account, organ } = useSession();
  const key = draftKey(account.accountId, organ?.organId ?? '-', formId);
  const title = usePageInfo()?.title ?? '';
  const path = useRouterState({ select: ({ location }) => location.href });
  const [base, setBase] = useState(latest);
  const saved = valuesOf(base);
  const [found, setFound] = useState(() => {
    const draft = place.read(key);
    return draft === null || isSame(draft, saved) ? null : draft;
  });
  const [isDirty, setDirty] = useState(found !== null);
  const version: T['version'] = found?.version ?? base.version;
  return {
    base,
    values: found === null ? saved : { ...saved, ...(found.values as Partial<V>) },
    version,
    restoredFrom: found?.keptAt ?? null,
    isDirty,
    keep: (values) => {
      place.keep(key, { values, version, title, path });
      setDirty(true);
    },
    forget: () => {
      place.remove(key);
      setFound(null);
      setDirty(false);
    },
    begin: (thing = latest) => setBase(thing),
  };
}
