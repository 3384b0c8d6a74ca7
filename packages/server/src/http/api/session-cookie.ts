/** Over HTTPS the prefix keeps other hosts and paths from setting it. */
const NAME = 'zhaoshi-session';
const SECURE_NAME = `__Host-${NAME}`;

export const sessionCookie = (token: string | null, secure: boolean): string => {
  const value = token === null ? '; Max-Age=0' : '';
  return `${secure ? SECURE_NAME : NAME}=${token ?? ''}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}${value}`;
};

/** The session's token out of a `Cookie` header. */
export function sessionTokenOf(cookieHeader: string | undefined, secure: boolean): string | null {
  const wanted = `${secure ? SECURE_NAME : NAME}=`;
  const found = cookieHeader
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(wanted));
  const token = found?.slice(wanted.length) ?? '';
  return /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null;
}
