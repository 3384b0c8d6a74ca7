import { applicationRelationRoutes } from '@zhaoshi/contract/routes/application-relations';
import type { ActType } from '@zhaoshi/domain/application/act';
import { usePause } from '../../../app/use-pause.ts';
import { useRead } from '../../../app/use-route.ts';
import type { ShownCase } from '../shown-application.ts';
import type { ActFacts } from './entered.ts';
import { type Charge, chargeFor, sidesOf } from './fee-words.ts';

/** The charge as the form shows it. */
export interface ShownCharge {
  readonly charge: Charge | null;
  readonly isFetching: boolean;
  readonly error: Error | null;
}

/** The most sides that are charged for at once. */
export const MOST_SIDES = 100_000;

/** What the organ's own tariff asks for what is entered; asked of the server, which knows the applicant's month. */
export function useCharge({ regionId, applicationId }: ShownCase, type: ActType, act: ActFacts): ShownCharge {
  const entered = act['basis'] === 'perItem' ? undefined : sidesOf(act);
  const isEntered = entered === undefined || entered <= MOST_SIDES;
  const sides = usePause(entered ?? null);
  const { data, isFetching, isPlaceholderData, error } = useRead(
    applicationRelationRoutes.feeBasis,
    { params: { regionId, applicationId }, query: sides.value === null ? {} : { sides: sides.value } },
    { enabled: type === 'noticeFee' && isEntered },
  );
  const isKnown = isEntered && sides.isSettled && !isPlaceholderData;
  return {
    charge: isKnown ? chargeFor(act, data) : null,
    isFetching: isFetching || !sides.isSettled,
    error,
  };
}
