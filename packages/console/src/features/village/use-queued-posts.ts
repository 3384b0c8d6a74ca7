import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { readDraft } from '../../app/draft-store.ts';
import { asProblem } from '../../app/problem.ts';
import { useSession } from '../../app/session.ts';
import { removeLeftPhotos } from './photo-store.ts';
import {
  type KeptPostDraft,
  keepPostDraft,
  type PostDraft,
  postDraftsOf,
  removePostDraft,
} from './post-draft.ts';
import { sendPost } from './send-post.ts';

export interface QueuedPosts {
  /** What waits on this device, sent and unsent. */
  readonly drafts: readonly KeptPostDraft[];
  readonly isSending: boolean;
  /** Why the last one was refused. */
  readonly error: unknown;
  readonly send: () => void;
  readonly remove: (key: string) => void;
}

const HELD = new Set([
  'offline',
  'unreadable',
  'not-signed-in',
  'sign-in-incomplete',
  'unavailable',
  'fault',
]);

const TRIED_AGAIN_MS = 20_000;

/** Sends what was to go out while there was no connection: when the page opens, and when the connection is back. */
export function useQueuedPosts(): QueuedPosts {
  const { account, organ } = useSession();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const accountId = account.accountId;
  const organId = organ?.organId ?? '-';
  const regionId = organ?.regionId ?? '-';
  const read = useCallback(() => postDraftsOf({ accountId, organId }), [accountId, organId]);
  const [drafts, setDrafts] = useState(read);
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const isBusy = useRef(false);
  // As a mutation, so that the end of the session leads to signing in.
  const { mutateAsync: sendDraft } = useMutation({
    mutationFn: (draft: PostDraft) => sendPost({ regionId, organId }, draft),
    networkMode: 'always',
  });

  const sendOne = useCallback(
    async ({ key, draft, title, path }: KeptPostDraft): Promise<boolean> => {
      try {
        await sendDraft(draft);
        await removePostDraft(key);
        void message.success(`已公布：${title}`);
        return true;
      } catch (problem) {
        const { code } = asProblem(problem);
        if (code !== 'offline') setError(problem);
        // What was refused is for a person to mend; what only did not arrive goes out the next time.
        if (!HELD.has(code)) keepPostDraft(key, { ...draft, isQueued: false }, title, path);
        return false;
      }
    },
    [message, sendDraft],
  );

  const send = useCallback(() => {
    if (isBusy.current) return;
    const queued = read().filter(({ draft }) => draft.isQueued);
    if (queued.length === 0) return;
    isBusy.current = true;
    setSending(true);
    setError(null);
    const sendAll = async (): Promise<void> => {
      for (const one of queued) if (!(await sendOne(one))) break;
      isBusy.current = false;
      setSending(false);
      setDrafts(read());
      void queryClient.invalidateQueries({ queryKey: ['village'] });
      void queryClient.invalidateQueries({ queryKey: ['desk'] });
    };
    void sendAll();
  }, [queryClient, read, sendOne]);

  useEffect(() => {
    void removeLeftPhotos((key) => readDraft(key) !== null).catch(() => undefined);
    send();
    // Phones do not always tell when they are connected again.
    const again = setInterval(send, TRIED_AGAIN_MS);
    addEventListener('online', send);
    document.addEventListener('visibilitychange', send);
    return () => {
      clearInterval(again);
      removeEventListener('online', send);
      document.removeEventListener('visibilitychange', send);
    };
  }, [send]);

  return {
    drafts,
    isSending,
    error,
    send,
    remove: (key) => {
      void removePostDraft(key).then(() => setDrafts(read()));
    },
  };
}
