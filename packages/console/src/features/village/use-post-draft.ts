import { useRouterState } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { type DraftOwner, keepPostDraft, type PostDraft, postDraftKey, readPostDraft } from './post-draft.ts';

export interface PostDraftInHand {
  readonly key: string;
  readonly draft: PostDraft;
  /** It was there already when the form was opened. */
  readonly isRestored: boolean;
  /** Changes it and keeps it on this device. @returns the draft as it is now */
  readonly change: (part: Partial<PostDraft>) => PostDraft;
}

/**
 * The draft of a post, kept on this device with every change: it outlives the connection, the page and the session.
 *
 * @param fresh what it begins with where none was kept
 * @param title by which the home page calls it
 */
export function usePostDraft(owner: DraftOwner, fresh: PostDraft, title: string): PostDraftInHand {
  const key = postDraftKey(owner, fresh);
  const path = useRouterState({ select: ({ location }) => location.href });
  const [kept] = useState(() => readPostDraft(key));
  const [draft, setDraft] = useState(kept ?? fresh);
  const change = useCallback(
    (part: Partial<PostDraft>): PostDraft => {
      // What is changed is another submission.
      const next = { ...draft, submission: crypto.randomUUID(), ...part };
      setDraft(next);
      keepPostDraft(key, next, title, path);
      return next;
    },
    [draft, key, path, title],
  );
  return { key, draft, isRestored: kept !== null, change };
}
