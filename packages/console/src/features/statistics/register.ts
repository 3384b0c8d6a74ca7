import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { statisticsNormativeRoutes } from '@zhaoshi/contract/routes/statistics-normative';

/** The register of an organ on a day, as the interface gives it. */
export type ShownRegister = RouteOutput<typeof statisticsNormativeRoutes.list>;
export type RegisterItem = ShownRegister['items'][number];
export type ShownRecord = NonNullable<RegisterItem['record']>;

export const VALIDITY_COLORS = {
  inForce: 'success',
  revised: 'processing',
  notYet: 'default',
  expired: 'default',
  repealed: 'error',
} as const;
