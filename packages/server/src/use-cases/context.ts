import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';

/** What every use case is given; clock and ids from outside, so that tests can set them. */
export interface UseCaseContext {
  readonly database: Kysely<Schema>;
  readonly now: () => Date;
  readonly newId: () => string;
}
