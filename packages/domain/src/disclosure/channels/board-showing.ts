import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import { type LeastShowing, leastShowing } from '../periods/least-showing.ts';
import type { PublicationContext } from '../periods/publication-deadline.ts';

/**
 * The last day that a poster must hang (公示栏): its showing (公示期), or where it has none the organ's number of days from
 * the day after it was put up (setting publication.boardDays, publication.md §14).
 */
export const boardShowing = (
  content: Parameters<typeof leastShowing>[0],
  postedOn: CivilDate,
  { boardDays, ...context }: PublicationContext & { readonly boardDays: number },
): LeastShowing =>
  leastShowing(content, postedOn, context) ?? {
    until: addDays(postedOn, boardDays),
    words: `本机关规定张贴不少于${boardDays}日`,
  };

/** What is known of something that hangs. */
export interface HangingPoster {
  readonly postedOn: CivilDate;
  /** The last day it must hang. */
  readonly until: CivilDate;
  /** The day from which it is to be taken down; after `until`. */
  readonly plannedOn: CivilDate;
  /** Its document was withdrawn: it goes down at once, whatever its showing says (publication.md §10). */
  readonly isWithdrawn: boolean;
  /** A newer edition of its document is public. */
  readonly isSuperseded: boolean;
}

/** How a poster stands on a day: what has to be done is told before what may be done. */
export type PosterState = 'withdrawn' | 'superseded' | 'overdue' | 'mayGo' | 'hanging';

export const POSTER_STATES: Readonly<Record<PosterState, string>> = {
  withdrawn: '信息已撤回，须立即撤下',
  superseded: '已有新版本，须换上新版',
  overdue: '已过计划撤下日期',
  mayGo: '公示期已满，可以撤下',
  hanging: '张贴中',
};

export function posterStateOn(poster: HangingPoster, today: CivilDate): PosterState {
  if (poster.isWithdrawn) return 'withdrawn';
  if (poster.isSuperseded) return 'superseded';
  if (today > poster.plannedOn) return 'overdue';
  return today > poster.until ? 'mayGo' : 'hanging';
}

/** Why a poster may not be taken down on a day; `null` when it may. */
export function refuseTakingDown(poster: HangingPoster, on: CivilDate, today: CivilDate): string | null {
  if (on > today) return '撤下日期不能晚于今天。';
  if (on < poster.postedOn) return `撤下日期不能早于张贴日期${poster.postedOn}。`;
  if (poster.isWithdrawn || poster.isSuperseded || on > poster.until) return null;
  return `须张贴到${poster.until}，${addDays(poster.until, 1)}起方可撤下。`;
}

/** Why a plan to take a poster down does not do; `null` when it does. */
export const refusePlan = (plannedOn: CivilDate, { until, words }: LeastShowing): string | null =>
  plannedOn > until ? null : `计划撤下日期须在${until}以后（${words}，须张贴到${until}）。`;
