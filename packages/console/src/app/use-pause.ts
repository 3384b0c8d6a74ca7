import { useEffect, useState } from 'react';

const PAUSE_MS = 300;

/** A value as it was when it was last left alone for a moment; what is typed is not asked about letter by letter. */
export function usePause<T>(value: T): { readonly value: T; readonly isSettled: boolean } {
  const key = JSON.stringify(value);
  const [settled, setSettled] = useState({ key, value });
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ key, value: JSON.parse(key) as T }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [key]);
  return { value: settled.value, isSettled: settled.key === key };
}
