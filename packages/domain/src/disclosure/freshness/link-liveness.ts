import { DAY_MS, HOUR_MS } from '../../kernel/durations.ts';
import type { LinkState } from '../scan/link-hits.ts';

/** How a link of a public document answered so far. */
export interface LinkRecord {
  /** Asked in vain so often in a row. */
  readonly failures: number;
  /** Since when it counts as dead; `null` while it does not. */
  readonly deadSince: Date | null;
}

/** A site that is away for an hour is not gone: a link is dead once it failed so often, over some days. */
const DEAD_AFTER = 3;

/** Waits after the first failure and those that follow; the last one stays. */
const AGAIN_MS = [6 * HOUR_MS, DAY_MS, 3 * DAY_MS, 7 * DAY_MS] as const;

/** What answered is asked again a week later. */
const ALIVE_MS = 7 * DAY_MS;

/** What could not be asked, as through an office's network that knows the name otherwise. */
const UNKNOWN_MS = DAY_MS;

export interface NextCheck extends LinkRecord {
  readonly checkAt: Date;
}

/**
 * What is kept of a link after it was asked (publication.md §9 no. 7: links inside and outside answer), and when it is
 * asked next. What could not be asked says nothing of the link.
 */
export function afterCheck({ failures, deadSince }: LinkRecord, state: LinkState, now: Date): NextCheck {
  const later = (ms: number): Date => new Date(now.getTime() + ms);
  if (state === 'alive') return { failures: 0, deadSince: null, checkAt: later(ALIVE_MS) };
  if (state === 'unknown') return { failures, deadSince, checkAt: later(UNKNOWN_MS) };
  const wait = AGAIN_MS[Math.min(failures, AGAIN_MS.length - 1)] ?? ALIVE_MS;
  const isDead = failures + 1 >= DEAD_AFTER;
  return {
    failures: failures + 1,
    deadSince: deadSince ?? (isDead ? now : null),
    checkAt: later(wait),
  };
}

/** So many different sites do not go away at once. */
const NETWORK_HOSTS = 3;

/**
 * Whether what came of a run says that this machine has no way out, and nothing of the links: several sites were asked,
 * and none answered.
 */
export function hasNoNetwork(
  asked: readonly { readonly host: string; readonly state: LinkState }[],
): boolean {
  const failed = new Set(asked.filter(({ state }) => state === 'dead').map(({ host }) => host));
  return failed.size >= NETWORK_HOSTS && asked.every(({ state }) => state !== 'alive');
}

const LONGEST = 1000;
/** Without a name or password before the place, which are nobody's to send. */
const ASKED = /^https?:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/i;

/** Addresses that are asked at all: of the web, the same place once. */
export function askedAddresses(addresses: readonly string[]): readonly string[] {
  return [...new Set(addresses.filter((address) => ASKED.test(address) && address.length <= LONGEST))];
}
