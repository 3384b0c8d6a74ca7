import { bodyOf, needsKey, needsVersion, type Route } from './define-route.ts';
import type { ProblemCode } from './problems.ts';

const when = (holds: boolean, ...codes: readonly ProblemCode[]): readonly ProblemCode[] =>
  holds ? codes : [];

/** Every problem that a call of the route can be answered with: what follows from its shape, and what it names. */
export function problemsOf(route: Route): ReadonlySet<ProblemCode> {
  const { permission, params, query } = route;
  const isOpen = permission === 'anyone';
  const isPersonal = permission === 'signingIn' || permission === 'self';
  return new Set<ProblemCode>([
    'fault',
    ...when(
      [params, query, bodyOf(route)].some((part) => part !== undefined),
      'invalid',
    ),
    ...when(route.method !== 'GET', 'cross-site', 'malformed', 'too-large', 'unsupported-type'),
    ...when(!isOpen, 'not-signed-in'),
    ...when(!isOpen && permission !== 'signingIn', 'sign-in-incomplete'),
    ...when(!isOpen && !isPersonal, 'forbidden'),
    ...when(needsVersion(route), 'version-missing', 'stale'),
    ...when(needsKey(route), 'key-missing', 'key-reused'),
    ...when('freshSecondFactor' in route, 'second-factor-again'),
    ...when(route.attempts === true, 'too-many'),
    ...(route.problems ?? []),
  ]);
}
