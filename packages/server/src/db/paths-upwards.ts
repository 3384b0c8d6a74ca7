import { type RawBuilder, sql } from 'kysely';

/** The paths of an organ and of all above it, the highest first; none of a path that is no organ's. */
export const pathsUpwards = (path: string): readonly string[] =>
  [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1));

/** Condition on `organ.path`: the organs at some paths and all above them, which the index on paths answers. */
export const atOrAbove = (...paths: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`organ.path = any(${[...new Set(paths.flatMap(pathsUpwards))]}::text[])`;
