import { describe, expect, it } from 'vitest';
import { sessionCookie, sessionTokenOf, signOnCookie, signOnOf } from './session-cookie.ts';

const TOKEN = 'aB3_-'.repeat(8).concat('xyz');

describe('the cookie of a session', () => {
  it('is bound to this host, HTTPS and our own pages, and out of reach of scripts', () => {
    expect(sessionCookie(TOKEN, true)).toBe(
      `__Host-zhaoshi-session=${TOKEN}; Path=/; HttpOnly; SameSite=Strict; Secure`,
    );
    expect(sessionCookie(TOKEN, false)).toBe(`zhaoshi-session=${TOKEN}; Path=/; HttpOnly; SameSite=Strict`);
    expect(sessionCookie(null, true)).toContain('Max-Age=0');
  });

  it('over HTTPS is taken under its bound name only, and only in the shape of a token', () => {
    expect(sessionTokenOf(`a=b; __Host-zhaoshi-session=${TOKEN}`, true)).toBe(TOKEN);
    expect(sessionTokenOf(`zhaoshi-session=${TOKEN}`, true)).toBeNull();
    expect(sessionTokenOf(`zhaoshi-session=${TOKEN}'`, false)).toBeNull();
    expect(sessionTokenOf(`x-zhaoshi-session=${TOKEN}`, false)).toBeNull();
    expect(sessionTokenOf(undefined, false)).toBeNull();
  });
});

describe('the cookie of a dialogue with another service', () => {
  it('comes back from there, and lasts ten minutes', () => {
    expect(signOnCookie('v1.x', true)).toBe(
      '__Host-zhaoshi-sign-on=v1.x; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=600',
    );
    expect(signOnOf('zhaoshi-session=y; zhaoshi-sign-on=v1.x', false)).toBe('v1.x');
  });
});
