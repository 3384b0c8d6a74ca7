import { OPINION_STANDING_NAMES, type OpinionStanding } from './clocks.ts';
import { OPINION_LEVEL_NAMES, type OpinionLevel } from './opinion.ts';

/** An event as the figures count it. */
export interface CountedOpinion {
  readonly organId: string;
  readonly level: OpinionLevel;
  readonly standing: OpinionStanding;
}

export type StandingCounts = Readonly<Record<OpinionStanding, number>>;

export interface OpinionFigures {
  readonly organId: string;
  readonly level: OpinionLevel;
  readonly counts: StandingCounts;
}

/** A line for each organ and level of which there is an event, in the order in which the organs came. */
export function opinionFigures(events: readonly CountedOpinion[]): readonly OpinionFigures[] {
  const byOrgan = Map.groupBy(events, ({ organId }) => organId);
  return [...byOrgan].flatMap(([organId, ofOrgan]) =>
    OPINION_LEVEL_NAMES.flatMap((level) => {
      const counted = ofOrgan.filter((event) => event.level === level);
      return counted.length === 0 ? [] : [{ organId, level, counts: countsOf(counted) }];
    }),
  );
}

function countsOf(events: readonly CountedOpinion[]): StandingCounts {
  const counts: Record<OpinionStanding, number> = { overdue: 0, running: 0, late: 0, inTime: 0, notOwed: 0 };
  for (const standing of OPINION_STANDING_NAMES) {
    counts[standing] = events.filter((event) => event.standing === standing).length;
  }
  return counts;
}
