/** Over HTTPS the prefix keeps other hosts and paths from setting it. */
const prefixed = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name);

const SESSION = 'zhaoshi-session';
const SIGN_ON = 'zhaoshi-sign-on';
const DEVICE = 'zhaoshi-device';

interface CookieRules {
  readonly secure: boolean;
  readonly sameSite: 'Strict' | 'Lax';
  /** `null`: until the browser is closed. */
  readonly seconds: number | null;
}

function cookie(name: string, value: string | null, { secure, sameSite, seconds }: CookieRules): string {
  const age = value === null ? 0 : seconds;
  return [
    `${prefixed(name, secure)}=${value ?? ''}`,
    'Path=/',
    'HttpOnly',
    `SameSite=${sameSite}`,
    ...(secure ? ['Secure'] : []),
    ...(age === null ? [] : [`Max-Age=${age}`]),
  ].join('; ');
}

function valueOf(cookieHeader: string | undefined, name: string, secure: boolean): string | undefined {
  const wanted = `${prefixed(name, secure)}=`;
  return cookieHeader
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(wanted))
    ?.slice(wanted.length);
}

export const sessionCookie = (token: string | null, secure: boolean): string =>
  cookie(SESSION, token, { secure, sameSite: 'Strict', seconds: null });

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

const tokenIn = (cookieHeader: string | undefined, name: string, secure: boolean): string | null => {
  const token = valueOf(cookieHeader, name, secure) ?? '';
  return TOKEN.test(token) ? token : null;
};

/** The session's token out of a `Cookie` header. */
export function sessionTokenOf(cookieHeader: string | undefined, secure: boolean): string | null {
  return tokenIn(cookieHeader, SESSION, secure);
}

/** How long somebody may take at the other service. */
export const SIGN_ON_SECONDS = 600;

/** What is remembered while the browser is at the other service, sealed; it comes back from there, so not Strict. */
export const signOnCookie = (sealed: string | null, secure: boolean): string =>
  cookie(SIGN_ON, sealed, { secure, sameSite: 'Lax', seconds: SIGN_ON_SECONDS });

export const signOnOf = (cookieHeader: string | undefined, secure: boolean): string | null =>
  valueOf(cookieHeader, SIGN_ON, secure) ?? null;

/** How long a browser in which nobody signs in is remembered: half a year. */
export const DEVICE_SECONDS = 180 * 86_400;

/** Stays after signing out, so that the person gets in while others lock the account. */
export const deviceCookie = (value: string, secure: boolean): string =>
  cookie(DEVICE, value, { secure, sameSite: 'Strict', seconds: DEVICE_SECONDS });

export const deviceOf = (cookieHeader: string | undefined, secure: boolean): string | null =>
  valueOf(cookieHeader, DEVICE, secure) ?? null;

const CONFIRMED = 'zhaoshi-confirmed';

/** When the second factor was shown last in a session; gone with the browser. */
export const confirmedCookie = (value: string, secure: boolean): string =>
  cookie(CONFIRMED, value, { secure, sameSite: 'Strict', seconds: null });

export const confirmedOf = (cookieHeader: string | undefined, secure: boolean): string | null =>
  valueOf(cookieHeader, CONFIRMED, secure) ?? null;

const DRAFT = 'zhaoshi-draft';
const FOLLOW = 'zhaoshi-follow';
const AMEND = 'zhaoshi-amend';

/** How long the cookie of somebody who follows a case lives: the session itself ends after half an hour of rest. */
const FOLLOW_SECONDS = 12 * 3600;

/** Names the draft of an application; a random token, and nothing of what is written. */
export const draftCookie = (token: string | null, days: number, secure: boolean): string =>
  cookie(DRAFT, token, { secure, sameSite: 'Strict', seconds: days * 86_400 });

/** Names the case that somebody follows. */
export const followCookie = (token: string | null, secure: boolean): string =>
  cookie(FOLLOW, token, { secure, sameSite: 'Strict', seconds: FOLLOW_SECONDS });

export const draftTokenOf = (cookieHeader: string | undefined, secure: boolean): string | null =>
  tokenIn(cookieHeader, DRAFT, secure);

export const followTokenOf = (cookieHeader: string | undefined, secure: boolean): string | null =>
  tokenIn(cookieHeader, FOLLOW, secure);

/** Binds the form of a request for amendment to the browser, until it is closed. */
export const amendCookie = (token: string, secure: boolean): string =>
  cookie(AMEND, token, { secure, sameSite: 'Strict', seconds: null });

const VOICE = 'zhaoshi-voice';

/** Binds the forms for errors, questions, comments and subscriptions to the browser, until it is closed. */
export const voiceCookie = (token: string, secure: boolean): string =>
  cookie(VOICE, token, { secure, sameSite: 'Strict', seconds: null });

export const voiceTokenOf = (cookieHeader: string | undefined, secure: boolean): string | null =>
  tokenIn(cookieHeader, VOICE, secure);

export const amendTokenOf = (cookieHeader: string | undefined, secure: boolean): string | null =>
  tokenIn(cookieHeader, AMEND, secure);
