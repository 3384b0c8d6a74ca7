import type { Actor, OrganPath } from '../../permission/can.ts';
import type { ReportStanding } from './report-transitions.ts';

/** Whose report it is, and who receives it. */
export interface ReportPlaces {
  /** Path of the organ that reports. */
  readonly organ: OrganPath;
  /** Path of the government whose office receives it; `null` where nobody above is in the platform. */
  readonly receiver: OrganPath | null;
}

/** How a person stands to a report; nobody stands to it from elsewhere, however far they may read. */
export const reportStandings = (
  { path, jurisdiction }: Pick<Actor, 'path' | 'jurisdiction'>,
  { organ, receiver }: ReportPlaces,
): readonly ReportStanding[] => [
  // The office draws up the report of its government (30号二(一)).
  ...(path === organ || jurisdiction === organ ? (['own'] as const) : []),
  // 条例3: the office is the government's competent department.
  ...(receiver !== null && jurisdiction === receiver ? (['receiver'] as const) : []),
];
