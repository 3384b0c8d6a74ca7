import { CallProblem } from '../app/problem.ts';

/** Whether a save was refused because somebody else had saved meanwhile. */
export const isStale = (error: unknown): boolean => error instanceof CallProblem && error.code === 'stale';

/** A resource of whatever shape, with its version. */
type Current = Readonly<Record<string, unknown>> & { readonly version: number };

/** The resource as it is now, out of the refusal of a stale save; `null` when it was refused for another reason. */
export function currentOf(error: unknown): Current | null {
  if (!(error instanceof CallProblem) || error.code !== 'stale') return null;
  const { current } = error.told;
  if (typeof current !== 'object' || current === null || !('version' in current)) return null;
  return typeof current.version === 'number' ? { ...current, version: current.version } : null;
}

/**
 * A stale save's error with the fields of the form in the place of the whole resource, for the dialog that compares.
 *
 * @param pick the fields out of the resource as it is now, whose shape the route of the save gives
 */
export function staleWith(error: unknown, pick: (current: never) => object): unknown {
  const current = currentOf(error);
  if (!(error instanceof CallProblem) || current === null) return error;
  const { version } = current;
  return new CallProblem('stale', { ...error.told, current: { ...pick(current as never), version } });
}
