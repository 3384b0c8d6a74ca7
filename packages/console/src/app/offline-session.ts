import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';

type Session = RouteOutput<typeof sessionRoutes.read>;

/** On this device, of clerks of villages alone: what opens their page where there is no connection. */
const KEY = 'zhaoshi.offline';

/**
 * Keeps who works in which village, without names of people, or forgets it when somebody else signs in or nobody is
 * signed in any more. Nothing but the forms on this device opens with it: the server knows only its own sessions.
 */
export function keepOfflineSession(session: Session | null): void {
  if (session?.stage !== 'full' || session.organ?.kind !== 'village') {
    localStorage.removeItem(KEY);
    return;
  }
  const { account, organ } = session;
  const kept: Session = {
    ...session,
    account: { accountId: account.accountId, displayName: '', loginName: '' },
    organs: [organ],
  };
  localStorage.setItem(KEY, JSON.stringify(kept));
}

/** Who worked here last; `null` where nobody of a village did. */
export function offlineSession(): Session | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    const parsed = sessionRoutes.read.response.safeParse(kept);
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
