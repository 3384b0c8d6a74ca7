import type { IntakeChannel } from '@zhaoshi/domain/application/intake';
import { type CivilDate, civilDate, daysBetween, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import {
  approve,
  archive,
  askCorrection,
  askFee,
  askReasons,
  close,
  consult,
  correct,
  draft,
  endConsultation,
  extend,
  proposeExtension,
  reply,
  review,
  type Step,
  searchTwice,
  submit,
  takeUp,
  withdraw,
} from './case-steps.ts';

/** When an invented application came in: so many working days before the first start, or on a day of a year. */
type Arrival = { readonly workingDaysAgo: number } | { readonly on: CivilDate };

/** An invented application from its arrival to where it stands. */
export interface Story {
  readonly arrival: Arrival;
  readonly channel: IntakeChannel;
  /** `false`: the day of receipt still waits for confirmation. */
  readonly isConfirmed: boolean;
  readonly steps: readonly Step[];
}

const ago = (workingDaysAgo: number, ...steps: readonly (Step | readonly Step[])[]): Story => ({
  arrival: { workingDaysAgo },
  channel: 'counter',
  isConfirmed: true,
  steps: steps.flat(),
});

const unconfirmed = (workingDaysAgo: number, channel: IntakeChannel): Story => ({
  ...ago(workingDaysAgo),
  channel,
  isConfirmed: false,
});

/** One in every status, several of them near their last day or past it. */
const OPEN_STORIES: readonly Story[] = [
  unconfirmed(1, 'email'),
  unconfirmed(3, 'ordinaryMail'),
  unconfirmed(0, 'portal'),
  ago(1),
  ago(4),
  ago(6, takeUp(1)),
  ago(12, takeUp(2), proposeExtension(8)),
  ago(15, takeUp(1)),
  ago(19, takeUp(2)),
  ago(20, takeUp(1)),
  ago(23, takeUp(3)),
  ago(22, takeUp(1), draft(12, 'partiallyGranted')),
  ago(33, takeUp(2)),
  ago(18, takeUp(1)),
  ago(17, takeUp(1), draft(12, 'granted.provided')),
  ago(26, takeUp(2), draft(15, 'refused.internalAffairs')),
  ago(8, askCorrection(3)),
  ago(25, askCorrection(4)),
  ago(14, askCorrection(2), correct(5)),
  ago(10, takeUp(1), consult(2)),
  ago(26, takeUp(1), consult(3)),
  ago(9, takeUp(1), askReasons(4)),
  ago(10, takeUp(1), askFee(4)),
  ago(30, takeUp(1), askFee(4)),
  ago(14, takeUp(1), draft(9, 'granted.provided'), submit(0)),
  ago(16, takeUp(1), draft(10, 'refused.deliberativeProcess'), submit(0), review(2)),
  ago(18, takeUp(1), draft(10, 'granted.alreadyPublic'), submit(0), review(2), approve(1)),
  ago(24, takeUp(1), proposeExtension(12), extend(1)),
  ago(20, takeUp(1), reply(9, 'granted.provided')),
  ago(22, takeUp(1), searchTwice(3), reply(6, 'unavailable.nonExistent'), close(2)),
];

type YearRow = readonly [
  month: number,
  day: number,
  steps: readonly (Step | readonly Step[])[],
  end?: 'withdrawn',
];

/** A year of concluded cases. */
const CONCLUDED: readonly YearRow[] = [
  [1, 6, [takeUp(1), reply(6, 'granted.provided')]],
  [1, 20, [takeUp(1), reply(3, 'granted.alreadyPublic')]],
  [2, 10, [takeUp(2), searchTwice(3), reply(6, 'unavailable.nonExistent')]],
  [2, 24, [takeUp(1), consult(2), endConsultation(8), reply(4, 'refused.thirdPartyRights')]],
  [3, 5, [takeUp(1), reply(8, 'partiallyGranted')]],
  [3, 17, [askCorrection(3), correct(4), takeUp(1), reply(7, 'granted.provided')]],
  [4, 8, [takeUp(1), reply(5, 'notProcessed.petitionOrComplaint')]],
  [4, 22, [takeUp(1), reply(5, 'unavailable.otherOrgan')]],
  [5, 13, [takeUp(1), proposeExtension(12), extend(1), reply(8, 'granted.provided')]],
  [6, 3, [takeUp(1), reply(9, 'refused.enforcementFile')]],
  [6, 24, [takeUp(1), withdraw(4)], 'withdrawn'],
  [7, 15, [takeUp(1), reply(7, 'granted.provided')]],
  // Late by three working days: the year's figures are not all good.
  [8, 12, [takeUp(3), reply(17, 'granted.provided')]],
  [9, 9, [takeUp(1), reply(6, 'refused.deliberativeProcess')]],
  [10, 20, [takeUp(1), reply(6, 'granted.alreadyPublic')]],
  [11, 10, [takeUp(1), searchTwice(2), reply(9, 'unavailable.nonExistent')]],
  // Carried over into the next year.
  [12, 22, [takeUp(2), reply(10, 'granted.provided')]],
];

/** So many days must lie behind a case for its story to be over. */
const LONGEST_DAYS = 60;

const isLongAgo = (on: CivilDate, today: CivilDate): boolean => daysBetween(on, today) >= LONGEST_DAYS;

function concluded(year: number, today: CivilDate): readonly Story[] {
  return CONCLUDED.flatMap(([month, day, steps, end]) => {
    const on = civilDate(year, month, day);
    if (on === undefined || !isLongAgo(on, today)) return [];
    const channel = month % 3 === 0 ? 'registeredMail' : 'counter';
    // A case that was withdrawn is closed by that.
    const ending = end === 'withdrawn' ? [archive(5)] : [close(1), archive(5)];
    return [{ arrival: { on }, channel, isConfirmed: true, steps: [...steps.flat(), ...ending] } as const];
  });
}

/** The whole register: open cases around the day of the first start, concluded ones of that year and the one before. */
export const storiesOf = (today: CivilDate): readonly Story[] => [
  ...concluded(yearOf(today) - 1, today),
  ...concluded(yearOf(today), today),
  ...OPEN_STORIES,
];
