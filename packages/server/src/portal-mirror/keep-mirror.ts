import type { Logger } from '../operations/log.ts';
import { type MirrorSource, updateMirror } from './mirror.ts';

export interface KeptMirror {
  /** Says that something was published or withdrawn. */
  readonly changed: () => void;
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
  let isWanted = false;
  let isStopped = false;
  let running: Promise<void> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let behindSince: number | undefined;

  async function work(): Promise<void> {
    isWanted = false;
    try {
      const { written, unchanged, removed } = await updateMirror(folder, source, false);
      if (!isWanted) behindSince = undefined;
      log.info('mirror updated', { written, unchanged, removed });
    } catch (error) {
      log.error('mirror not updated', error);
      if (!isStopped) retry = setTimeout(changed, RETRY_MS);
    }
  }

  function changed(): void {
    if (isStopped) return;
    clearTimeout(retry);
    isWanted = true;
    behindSince ??= performance.now();
    running ??= work().finally(() => {
      running = undefined;
      // Asked for while the last update was under way.
      if (isWanted) changed();
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
