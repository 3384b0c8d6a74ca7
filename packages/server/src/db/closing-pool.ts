import { setTimeout as pause } from 'node:timers/promises';
import { Pool, type PoolConfig } from 'pg';

/** How long the end of connections is waited for: a network that broke tells of none. */
const MOST_MS = 5000;

/**
 * A pool that has ended when its connections have. The usual one ends as soon as they were told to; one that is still
 * closing when the database stops is told so (57P01), and a clean stop would stand in the log as a fault.
 */
export class ClosingPool extends Pool {
  readonly #open = new Set<Promise<unknown>>();

  constructor(config: PoolConfig) {
    super(config);
    this.on('connect', (client) => {
      const ended = new Promise<void>((done) => {
        client.once('end', done);
      });
      this.#open.add(ended);
      void ended.then(() => this.#open.delete(ended));
    });
  }

  override async end(): Promise<void> {
    await super.end();
    const waited = new AbortController();
    const tooLong = pause(MOST_MS, undefined, { signal: waited.signal }).catch(() => {});
    await Promise.race([Promise.all(this.#open), tooLong]);
    waited.abort();
  }
}
