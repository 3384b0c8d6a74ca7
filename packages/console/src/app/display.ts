import { useSyncExternalStore } from 'react';

/** How the console is shown on this device; nothing of the person, so it outlives signing out. */
export type Contrast = 'standard' | 'high';

const KEY = 'zhaoshi.contrast';
const STRONG = '(prefers-contrast: more)';
const listeners = new Set<() => void>();

const stored = (): Contrast => {
  const kept = localStorage.getItem(KEY);
  if (kept === 'high' || kept === 'standard') return kept;
  return matchMedia(STRONG).matches ? 'high' : 'standard';
};

const subscribe = (listener: () => void): (() => void) => {
  // Until the person chooses here, the device's own setting holds, also when it changes while the page is open.
  const device = matchMedia(STRONG);
  listeners.add(listener);
  device.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    device.removeEventListener('change', listener);
  };
};

/** The contrast in use and the way to change it. */
export function useContrast(): readonly [Contrast, (contrast: Contrast) => void] {
  const contrast = useSyncExternalStore(subscribe, stored);
  const change = (next: Contrast): void => {
    localStorage.setItem(KEY, next);
    for (const listener of listeners) listener();
  };
  return [contrast, change];
}
