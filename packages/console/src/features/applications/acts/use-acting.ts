import { type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import type { ActType } from '@zhaoshi/domain/application/act';
import { TRANSITIONS } from '@zhaoshi/domain/application/transitions';
import { App } from 'antd';
import { useState } from 'react';
import { useChange } from '../../../app/use-route.ts';
import { currentOf } from '../../../ui/stale-current.ts';
import type { ShownCase } from '../shown-application.ts';
import type { ActBody } from './act-values.ts';

interface Acting {
  readonly acting: Pick<UseMutationResult, 'error' | 'isPending'>;
  readonly send: (body: ActBody) => void;
  /** The last event that the person had before them when the form was opened. */
  readonly since: number;
}

interface Outcome {
  readonly onDone: () => void;
  /** Refused for another reason than that somebody was first. */
  readonly onRefused: (error: unknown) => void;
}

/**
 * Sends an act over the version that its form rests on; once it was told that somebody was first, over the version that
 * was shown then.
 */
export function useActing(
  { regionId, applicationId, events }: ShownCase,
  type: ActType,
  restsOn: number,
  { onDone, onRefused }: Outcome,
): Acting {
  const acting = useChange(applicationRoutes.act, { also: ['desk'] });
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const [version, setVersion] = useState(restsOn);
  const [since] = useState(events.length);
  const send = (body: ActBody): void =>
    acting.mutate(
      { request: { params: { regionId, applicationId }, body }, version },
      {
        onSuccess: () => {
          void message.success(`已办理：${TRANSITIONS[type].title}`);
          onDone();
        },
        onError: (error) => {
          const current = currentOf(error);
          if (current === null) return onRefused(error);
          setVersion(current.version);
          void queryClient.invalidateQueries({ queryKey: ['applications'] });
        },
      },
    );
  return { acting, send, since };
}
