import { MINUTE_MS } from '@zhaoshi/domain/kernel/durations';
import type { PublicMoment } from '../db/queries/published-moment.ts';
import type { Logger } from '../operations/log.ts';

export interface PublicClock {
  /** Looks at the clock now, because something may have been scheduled. */
  readonly look: () => void;
  /** Ends after the look that is under way. */
  readonly stop: () => Promise<void>;
}

/** After the first moment and up to the second one, which belongs to it. */
export interface TimeSpan {
  readonly after: Date;
  readonly to: Date;
}

export interface PublicClockOptions {
  readonly ask: () => Promise<PublicMoment>;
  /**
   * Told when other things are public than at the look before, only because time went on: what had its minute in a span
   * of time, or `null` when it may be anything.
   */
  readonly onTurn: (span: TimeSpan | null) => void;
  readonly log: Pick<Logger, 'error'>;
  /** Time between looks when nothing is due. */
  readonly longestMs?: number;
}

/** A machine that slept, or whose clock was set, is found out within this. */
const LONGEST_MS = MINUTE_MS;
/** Timers may come a little before their time. */
const AFTER_MS = 5;

/** Another day, or a clock that was put back: organs and validities go by days. Before the first look pages may have been made. */
const isAnything = (seen: PublicMoment | undefined, moment: PublicMoment): boolean =>
  seen === undefined || seen.today !== moment.today || moment.now < seen.now;

/** A scheduled minute that has come. */
const hasCome = (seen: PublicMoment, { now }: PublicMoment): boolean =>
  seen.next !== null && seen.next <= now;

function pauseAfter({ now, tomorrow, next }: PublicMoment, longestMs: number): number {
  const due = Math.min(tomorrow.getTime(), next?.getTime() ?? Number.POSITIVE_INFINITY);
  return Math.min(longestMs, Math.max(0, due - now.getTime()) + AFTER_MS);
}

/**
 * Watches the clock for what becomes public, or stops being so, without anybody changing anything: organs and members
 * by their days, scheduled publications by their minutes. The clock is the database's, by which the published views
 * go: by that of the server pages could be made again too early and then stay wrong for a day.
 */
export function watchPublicClock(options: PublicClockOptions): PublicClock {
  const { ask, onTurn, log, longestMs = LONGEST_MS } = options;
  let seen: PublicMoment | undefined;
  let isWanted = false;
  let isStopped = false;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function lookOnce(): Promise<void> {
    isWanted = false;
    let pause = longestMs;
    try {
      const moment = await ask();
      if (seen === undefined || isAnything(seen, moment)) onTurn(null);
      else if (hasCome(seen, moment)) onTurn({ after: seen.now, to: moment.now });
      seen = moment;
      pause = pauseAfter(moment, longestMs);
    } catch (error) {
      // Compared with the last look that succeeded when the database answers again.
      log.error('clock not read', error);
    }
    if (!isStopped) timer = setTimeout(look, pause).unref();
  }

  function look(): void {
    if (isStopped) return;
    clearTimeout(timer);
    isWanted = true;
    running ??= lookOnce().finally(() => {
      running = undefined;
      // Something was scheduled while the clock was being read.
      if (isWanted) look();
    });
  }

  look();
  return {
    look,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
