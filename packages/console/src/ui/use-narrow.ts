import { useSyncExternalStore } from 'react';

/** The width at which the style sheet, too, changes to that of a phone. */
const NARROW = '(max-width: 40rem)';

const subscribe = (onChange: () => void): (() => void) => {
  const query = matchMedia(NARROW);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
};

/** Whether the screen is that of a phone. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);
