import { type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { DOCUMENT_TRANSITIONS } from '@zhaoshi/domain/disclosure/document-transitions';
import { App } from 'antd';
import { type ReactNode, useState } from 'react';
import { asProblem } from '../../../../app/problem.ts';
import { useChange } from '../../../../app/use-route.ts';
import { SecondFactorDialog } from '../../../../ui/second-factor-dialog.tsx';
import { currentOf } from '../../../../ui/stale-current.ts';
import type { ShownDocument } from '../../shown-document.ts';
import type { ActBody } from './act-values.ts';

/** Whether a call waits only for the second factor. */
export const wantsSecondFactor = (error: unknown): boolean =>
  error !== null && asProblem(error).code === 'second-factor-again';

interface DocumentActing {
  readonly acting: Pick<UseMutationResult, 'error' | 'isPending'>;
  readonly send: (body: ActBody) => void;
  /** Asks for the second factor where the act is a signature; sends the same again when it was shown. */
  readonly dialog: ReactNode;
}

interface Outcome {
  readonly onDone: () => void;
  readonly onRefused?: (error: unknown) => void;
}

/**
 * Sends an act over the version that was on the screen when its form was opened; once it was told that somebody was
 * first, over the version that was shown then.
 */
export function useDocumentAct(
  { regionId, documentId, version: opened }: ShownDocument,
  { onDone, onRefused }: Outcome,
): DocumentActing {
  const acting = useChange(documentRoutes.act, { also: ['desk'] });
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const [version, setVersion] = useState(opened);
  const [unsigned, setUnsigned] = useState<ActBody | null>(null);
  const send = (body: ActBody): void =>
    acting.mutate(
      { request: { params: { regionId, documentId }, body }, version },
      {
        onSuccess: () => {
          void message.success(`已办理：${DOCUMENT_TRANSITIONS[body.act.type].title}`);
          onDone();
        },
        onError: (error) => {
          if (wantsSecondFactor(error)) return setUnsigned(body);
          const current = currentOf(error);
          if (current === null) return onRefused?.(error);
          setVersion(current.version);
          void queryClient.invalidateQueries({ queryKey: ['documents'] });
        },
      },
    );
  const dialog = unsigned !== null && (
    <SecondFactorDialog
      what={DOCUMENT_TRANSITIONS[unsigned.act.type].title}
      onConfirmed={() => {
        setUnsigned(null);
        send(unsigned);
      }}
      onCancel={() => setUnsigned(null)}
    />
  );
  return {
    acting: { error: wantsSecondFactor(acting.error) ? null : acting.error, isPending: acting.isPending },
    send,
    dialog,
  };
}
