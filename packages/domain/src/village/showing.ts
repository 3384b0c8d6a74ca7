import { addDays, type CivilDate } from '../kernel/civil-date.ts';

/** 公布时间不少于十五日 (村组法35); the day on which it was put up is not counted. */
export const LEAST_SHOWN_DAYS = 15;

/** The last day on which a post must be shown that is put up on a day, here or on the board. */
export const shownUntil = (from: CivilDate): CivilDate => addDays(from, LEAST_SHOWN_DAYS);

/** What a post's showing becomes when its board is photographed on a day: the board's own fifteen days count too. */
export const untilWithBoard = (until: CivilDate, boardOn: CivilDate): CivilDate => {
  const least = shownUntil(boardOn);
  return least > until ? least : until;
};
