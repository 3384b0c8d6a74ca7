import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { useEffect, useState } from 'react';
import { useRead } from '../../../app/use-route.ts';
import type { ShownCase } from '../shown-application.ts';
import type { ActBody } from './act-values.ts';

export type WhatIf = RouteOutput<typeof applicationRoutes.preview>;

type Act = ActBody['act'];

/** What an act would do, as far as it is known. */
export interface WhatIfAnswer {
  readonly data: WhatIf | undefined;
  readonly isFetching: boolean;
  readonly error: Error | null;
}

const PAUSE_MS = 300;

/** Never sent: the question waits for something to ask. */
const NOTHING: Act = { type: 'note', on: '' };

/**
 * What an act would do, asked as it is typed.
 *
 * @param act `null` while it is not entered completely
 */
export function useWhatIf({ regionId, applicationId }: ShownCase, act: Act | null): WhatIfAnswer {
  const wanted = JSON.stringify(act);
  const [asked, setAsked] = useState<{ readonly key: string; readonly act: Act | null }>({
    key: wanted,
    act,
  });
  useEffect(() => {
    const timer = setTimeout(
      () => setAsked({ key: wanted, act: JSON.parse(wanted) as Act | null }),
      PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [wanted]);
  const { data, isFetching, error } = useRead(
    applicationRoutes.preview,
    // Words say nothing against dates, and need not travel for a question.
    { params: { regionId, applicationId }, body: { act: asked.act ?? NOTHING, texts: {} } },
    { enabled: asked.act !== null },
  );
  return { data: act === null ? undefined : data, isFetching: isFetching || asked.key !== wanted, error };
}
