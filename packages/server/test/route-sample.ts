import type { Route, RouteRequest } from '@zhaoshi/contract/define-route';
import type { ProblemCode } from '@zhaoshi/contract/problems';
import type { SessionStage } from '@zhaoshi/domain/identity/sign-in-stage';
import type { World, WorldOrgan } from './api-world.ts';

/** A call that would succeed for somebody who may make it. */
export interface Sample<R extends Route> {
  readonly request: RouteRequest<R>;
  readonly headers?: Readonly<Record<string, string>>;
}

interface RouteSample<R extends Route> {
  /** Whether the call names a thing of one organ; otherwise it answers with whatever the right reaches. */
  readonly aboutOrgan: boolean;
  /** Where in signing in the call belongs; `full` unless said otherwise. */
  readonly stage?: SessionStage;
  /** What a right call is answered all the same, because the world has people already. */
  readonly refusedHere?: ProblemCode;
  /** What the rules may answer somebody whom the table of permissions lets in: who stands how to the thing is theirs. */
  readonly rulesMayRefuse?: ProblemCode;
  /** @param caller the account that will call; `null` for nobody */
  readonly prepare: (world: World, organ: WorldOrgan, caller: string | null) => Promise<Sample<R>>;
}

/** Samples of all routes of an area. */
export type AreaSamples<Area> = {
  readonly [Name in keyof Area]: Area[Name] extends Route ? RouteSample<Area[Name]> : never;
};

/** A sample without the types of its route, as a loop over the table sees it. */
export type AnySample = Omit<RouteSample<Route>, 'prepare'> & {
  readonly prepare: (
    world: World,
    organ: WorldOrgan,
    caller: string | null,
  ) => Promise<{ readonly request: object; readonly headers?: Readonly<Record<string, string>> }>;
};
