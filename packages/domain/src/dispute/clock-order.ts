import type { ClockSide, ClockState } from './dispute-clock.ts';

/** What of a period its place depends on. */
interface PlacedClock {
  readonly side: ClockSide;
  readonly state: ClockState;
  readonly due: { readonly date: string };
}

/** Whether somebody still has to act: the period runs, or the organ itself let it pass and has not acted. */
const isOpen = ({ side, state }: PlacedClock): boolean =>
  state === 'running' || (side === 'organ' && state === 'passed');

/**
 * The periods as a person works them off: the open ones by their last day, the nearest first, so that what the organ is
 * late with stands on top; then those that are over, in the order of the procedure.
 */
export const clocksByNeed = <C extends PlacedClock>(
  clocks: readonly C[],
): { readonly open: readonly C[]; readonly over: readonly C[] } => ({
  open: clocks.filter(isOpen).toSorted((a, b) => (a.due.date < b.due.date ? -1 : 1)),
  over: clocks.filter((clock) => !isOpen(clock)),
});
