import { DAY_MS } from '@zhaoshi/domain/kernel/durations';

/** A browser in which somebody signed in completely before. */
export interface KnownDevice {
  readonly accountId: string;
  readonly deviceId: string;
}

/**
 * Wrong tries of known devices, in the memory of this process. As long as a device has tries left, what others did to
 * lock its account does not shut it out.
 */
export interface DeviceTries {
  /** Takes a try before it is known how it ends, so that many at once get no more. @returns whether there was one */
  readonly take: (deviceId: string, at: Date) => boolean;
  /** It was not a wrong one. */
  readonly giveBack: (deviceId: string) => void;
  /** Everything that is asked was shown. */
  readonly forget: (deviceId: string) => void;
}

/** Not more than the fewest that lock an account: a device that locked it itself has none left. */
const TRIES = 3;

/** As long as an account may be locked at most. */
const WINDOW_MS = DAY_MS;

const REMEMBERED = 20_000;

export function createDeviceTries(): DeviceTries {
  const taken = new Map<string, { readonly tries: number; readonly until: number }>();
  const triesOf = (deviceId: string, at: number): number => {
    const found = taken.get(deviceId);
    return found === undefined || found.until <= at ? 0 : found.tries;
  };
  return {
    take: (deviceId, at) => {
      const tries = triesOf(deviceId, at.getTime());
      if (tries >= TRIES) return false;
      taken.delete(deviceId);
      taken.set(deviceId, { tries: tries + 1, until: at.getTime() + WINDOW_MS });
      const [oldest] = taken.keys();
      if (taken.size > REMEMBERED && oldest !== undefined) taken.delete(oldest);
      return true;
    },
    giveBack: (deviceId) => {
      const found = taken.get(deviceId);
      if (found !== undefined) taken.set(deviceId, { ...found, tries: Math.max(0, found.tries - 1) });
    },
    forget: (deviceId) => {
      taken.delete(deviceId);
    },
  };
}
