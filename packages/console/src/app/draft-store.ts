import { DAY_MS } from '@zhaoshi/domain/kernel/durations';

/** Values of a form that are not saved yet, on this device only. */
export interface Draft {
  readonly values: Readonly<Record<string, unknown>>;
  /** The version of the thing that the values were typed over; `null` for something new. */
  readonly version: number | null;
  readonly keptAt: string;
  /** The page it was typed on: its name, and its address inside the console. */
  readonly title: string;
  readonly path: string;
}

const PREFIX = 'zhaoshi.draft/';

/** Drafts left on a device are personal data too: after a month they go. */
const KEPT_DAYS = 30;

/** What must never lie in a browser's store, whatever a form calls it. */
const SECRET = /password|secret|token|^(?:totp|otp|recovery)?code$|^t?otp$/i;

/** The place of a draft: whose, for which organ, in which form (with the id of what it edits). */
export const draftKey = (accountId: string, organId: string, formId: string): string =>
  `${PREFIX}${accountId}/${organId}/${formId}`;

export function keepDraft(
  key: string,
  draft: Omit<Draft, 'keptAt' | 'values'> & { readonly values: object },
): void {
  const kept: Omit<Draft, 'values'> = { ...draft, keptAt: new Date().toISOString() };
  localStorage.setItem(
    key,
    JSON.stringify(kept, (name, value: unknown) => (SECRET.test(name) ? undefined : value)),
  );
}

/** The draft under a key; what an earlier version of the console or another program left there is none. */
export function readDraft(key: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return typeof kept === 'object' && kept !== null && 'values' in kept ? (kept as Draft) : null;
  } catch {
    return null;
  }
}

export const removeDraft = (key: string): void => localStorage.removeItem(key);

const keysBelow = (prefix: string): readonly string[] =>
  Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '').filter((key) =>
    key.startsWith(prefix),
  );

/** The keys of a person's drafts on this device. */
export const draftsOf = (accountId: string): readonly string[] => keysBelow(`${PREFIX}${accountId}/`);

export function removeDraftsOf(accountId: string): void {
  for (const key of draftsOf(accountId)) removeDraft(key);
}

/** Forgets what nobody came back to. */
export function removeOldDrafts(now: Date): void {
  for (const key of keysBelow(PREFIX)) {
    const draft = readDraft(key);
    if (draft !== null && now.getTime() - Date.parse(draft.keptAt) > KEPT_DAYS * DAY_MS) removeDraft(key);
  }
}
