import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { usePause } from '../../../app/use-pause.ts';
import { useRead } from '../../../app/use-route.ts';
import type { ShownCase } from '../shown-application.ts';
import type { ActBody } from './act-values.ts';

export type WhatIf = RouteOutput<typeof applicationRoutes.preview>;

/** What an act would do, as far as it is known. */
export interface WhatIfAnswer {
  readonly data: WhatIf | undefined;
  readonly isFetching: boolean;
  readonly error: Error | null;
}

/** Never sent: the question waits for something to ask. */
export const NOTHING: ActBody['act'] = { type: 'note', on: '' };

/**
 * What an act would do, asked as it is typed.
 *
 * @param act `null` while it is not entered completely
 */
export function useWhatIf({ regionId, applicationId }: ShownCase, act: ActBody['act'] | null): WhatIfAnswer {
  const asked = usePause(act);
  const { data, isFetching, error } = useRead(
    applicationRoutes.preview,
    // Words say nothing against dates, and need not travel for a question.
    { params: { regionId, applicationId }, body: { act: asked.value ?? NOTHING, texts: {} } },
    { enabled: asked.value !== null },
  );
  return { data: act === null ? undefined : data, isFetching: isFetching || !asked.isSettled, error };
}
