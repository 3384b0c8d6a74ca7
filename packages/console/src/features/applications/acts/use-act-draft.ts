import { useQueryClient } from '@tanstack/react-query';
import type { ActType } from '@zhaoshi/domain/application/act';
import { useEffect } from 'react';
import type { ActValues } from './act-values.ts';

export interface ActDraft {
  /** What was typed before; `null`: nothing. */
  readonly kept: ActValues | null;
  readonly keep: (values: ActValues) => void;
  readonly forget: () => void;
}

/**
 * Keeps what is typed into the form of an act while the window is open. Words of a case name people, so they lie in
 * memory only, never in the browser's store, and go when the person signs out.
 */
export function useActDraft(applicationId: string, type: ActType): ActDraft {
  const queryClient = useQueryClient();
  const key = ['actDraft', applicationId, type];
  const kept = queryClient.getQueryData<ActValues>(key) ?? null;
  useEffect(() => {
    // Closing the window would lose it.
    const warn = (event: BeforeUnloadEvent): void => {
      if (queryClient.getQueryData(['actDraft', applicationId, type]) !== undefined) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [queryClient, applicationId, type]);
  return {
    kept,
    keep: (values) => {
      queryClient.setQueryDefaults(['actDraft'], { gcTime: Number.POSITIVE_INFINITY });
      queryClient.setQueryData(key, values);
    },
    forget: () => queryClient.removeQueries({ queryKey: key }),
  };
}
