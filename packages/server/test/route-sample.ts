import type { Route, RouteRequest } from '@zhaoshi/contract/define-route';
import type { World, WorldOrgan } from './api-world.ts';

/** A call that would succeed for somebody who may make it. */
export interface Sample<R extends Route> {
  readonly request: RouteRequest<R>;
  readonly headers?: Readonly<Record<string, string>>;
}

interface RouteSample<R extends Route> {
  /** Whether the call names a thing of one organ; otherwise it answers with whatever the right reaches. */
  readonly aboutOrgan: boolean;
  readonly prepare: (world: World, organ: WorldOrgan) => Promise<Sample<R>>;
}

/** Samples of all routes of an area. */
export type AreaSamples<Area> = {
  readonly [Name in keyof Area]: Area[Name] extends Route ? RouteSample<Area[Name]> : never;
};
