import { useEffect, useState } from 'react';

/**
 * The secret of a one-time link, or the ticket of a link to another service. It stands behind the "#", which browsers send to no server, and is taken out of
 * the address at once, so that it stays in no history.
 */
export function useLinkToken(): string {
  const [token] = useState(() => window.location.hash.slice(1));
  useEffect(() => {
    if (window.location.hash === '') return;
    const { pathname, search } = window.location;
    window.history.replaceState(window.history.state, '', pathname + search);
  }, []);
  return token;
}
