import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { applicationRelationRoutes } from '@zhaoshi/contract/routes/application-relations';
import type { ActFacts } from './entered.ts';

/** What the organ's tariff asks for a case, by item and by page. */
type FeeBasis = RouteOutput<typeof applicationRelationRoutes.feeBasis>;
export type Charge = NonNullable<FeeBasis['perItem']>;

/** The printed sides that are entered; `undefined` while they are no whole number. */
export const sidesOf = ({ sides }: ActFacts): number | undefined =>
  typeof sides === 'number' && Number.isSafeInteger(sides) && sides > 0 ? sides : undefined;

/** What is asked in the way that is chosen; `null` while it is not known. */
export const chargeFor = ({ basis }: ActFacts, found: FeeBasis | undefined): Charge | null =>
  (basis === 'perItem' ? found?.perItem : found?.perPage) ?? null;

/** The facts of the act with what the tariff makes of them. */
export const withCharge = (act: ActFacts, charge: Charge | null): ActFacts =>
  charge === null ? act : { ...act, count: charge.count, amount: charge.amount };
