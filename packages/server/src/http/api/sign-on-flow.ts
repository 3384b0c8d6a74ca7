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
