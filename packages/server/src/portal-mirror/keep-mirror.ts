import type { ChangedKeys } from '../db/published-channel.ts';
import type { Logger } from '../operations/log.ts';
import { type MirrorSource, updateMirror, updateMirrored } from './mirror.ts';

export interface KeptMirror {
  /** Says that something was published or withdrawn. */
  readonly changed: (keys: ChangedKeys) => void;
  /** Milliseconds that the oldest change which is not in the mirror yet has waited; 0 when all are. */
  readonly lag: () => number;
  /** Ends after the update that is under way. */
  readonly stop: () => Promise<void>;
}

const RETRY_MS = 10_000;

/**
 * Keeps the mirror of a running server current. Changes that come while it is being updated make one more update
 * together; an update that failed (a full disk) is tried again until one succeeds.
 */
export function keepMirror(folder: string, source: MirrorSource, log: Logger): KeptMirror {
  /** What is to be brought up to date: these keys, `null` for everything; `undefined` for nothing. */
  let wanted: Set<string> | null | undefined;
  let isStopped = false;
  let running: Promise<void> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let behindSince: number | undefined;

  function want(keys: ChangedKeys): void {
    if (keys === null || wanted === null) wanted = null;
    else wanted = new Set([...(wanted ?? []), ...keys]);
  }

  async function work(): Promise<void> {
    const keys = wanted === undefined || wanted === null ? null : [...wanted];
    wanted = undefined;
    try {
      const { written, unchanged, removed } = await (keys === null
        ? updateMirror(folder, source, false)
        : updateMirrored(folder, source, keys));
      if (wanted === undefined) behindSince = undefined;
      log.info('mirror updated', { written, unchanged, removed });
    } catch (error) {
      log.error('mirror not updated', error);
      if (!isStopped) retry = setTimeout(() => changed(keys), RETRY_MS);
    }
  }

  function changed(keys: ChangedKeys): void {
    if (isStopped) return;
    clearTimeout(retry);
    want(keys);
    behindSince ??= performance.now();
    running ??= work().finally(() => {
      running = undefined;
      // Asked for while the last update was under way.
      if (wanted !== undefined) changed([]);
    });
  }

  return {
    changed,
    lag: () => (behindSince === undefined ? 0 : performance.now() - behindSince),
    stop: async () => {
      isStopped = true;
      clearTimeout(retry);
      await running;
    },
  };
}
