import { z } from 'zod';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { SIGN_ON_SECONDS } from './session-cookie.ts';

const PURPOSE = 'sign-on-flow';

const flow = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Page of the console to go to afterwards. */
  back: z.string(),
  /** Whose identity is to be linked; `null`: somebody signs in. */
  linking: z.object({ accountId: z.string(), sessionId: z.string() }).nullable(),
  until: z.number(),
});

/** What is remembered in the browser, sealed, while it is at the other service. */
export type RememberedFlow = Omit<z.infer<typeof flow>, 'until'>;

const LINK_PURPOSE = 'sign-on-link';

/** As long as somebody may look at the page before they confirm. */
const CONFIRM_SECONDS = 300;

const shownIdentity = z.object({
  linking: z.object({ accountId: z.string(), sessionId: z.string() }),
  identity: z.object({ issuer: z.string(), subject: z.string() }),
  until: z.number(),
});

/** Who somebody showed to be at the other service, and from which session they had left for it. */
export type ShownIdentity = Omit<z.infer<typeof shownIdentity>, 'until'>;

/**
 * The session's cookie does not come along from the other service, so who left is not known when the browser is back;
 * the page that it lands on shows the ticket once more, from its own session.
 */
export const sealTicket = (box: SecretBox, { linking, identity }: ShownIdentity, at: Date): string => {
  const { issuer, subject } = identity;
  const until = at.getTime() + CONFIRM_SECONDS * 1000;
  return box.seal(JSON.stringify({ linking, identity: { issuer, subject }, until }), LINK_PURPOSE);
};

/** @returns `null` when it was not sealed by us for this, or is too old */
export function openTicket(box: SecretBox, sealed: string, at: Date): ShownIdentity | null {
  try {
    const found = shownIdentity.parse(JSON.parse(box.open(sealed, LINK_PURPOSE)));
    return found.until > at.getTime() ? found : null;
  } catch {
    return null;
  }
}

export const sealFlow = (box: SecretBox, remembered: RememberedFlow, at: Date): string =>
  box.seal(JSON.stringify({ ...remembered, until: at.getTime() + SIGN_ON_SECONDS * 1000 }), PURPOSE);

/** @returns `null` when nothing is remembered, it was not sealed by us, or it is too old */
export function openFlow(box: SecretBox, sealed: string | null, at: Date): RememberedFlow | null {
  if (sealed === null) return null;
  try {
    const found = flow.parse(JSON.parse(box.open(sealed, PURPOSE)));
    return found.until > at.getTime() ? found : null;
  } catch {
    return null;
  }
}
