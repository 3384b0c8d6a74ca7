/** An address of the web cut into its parts, by characters alone: nothing is looked up. */
export interface LinkParts {
  /** In small letters, without ":"; empty for a relative address. */
  readonly scheme: string;
  readonly userInfo: string;
  /** In small letters, without brackets and port; empty where there is none. */
  readonly host: string;
}

/** Browsers ignore blanks and control characters in front of and inside the scheme. */
const IGNORED = /[\u0000-\u0020\u007f\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]/g;
const LONGEST = 4_000;

/** Cuts an address as browsers do: backslashes count as slashes, capitals as small letters. */
export function linkParts(address: string): LinkParts {
  const text = address.slice(0, LONGEST).replace(IGNORED, '').replaceAll('\\', '/');
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]{0,30}):/.exec(text)?.[1]?.toLowerCase() ?? '';
  const rest = scheme === '' ? text : text.slice(scheme.length + 1);
  if (!rest.startsWith('//')) return { scheme, userInfo: '', host: '' };
  const authority = /^[^/?#]*/.exec(rest.replace(/^\/+/, ''))?.[0] ?? '';
  const at = authority.lastIndexOf('@');
  const hostAndPort = authority.slice(at + 1).toLowerCase();
  const host = hostAndPort.startsWith('[')
    ? hostAndPort.slice(1).replace(/\].*$/, '')
    : hostAndPort.replace(/:\d*$/, '').replace(/[.。．｡]+$/, '');
  return { scheme, userInfo: at < 0 ? '' : authority.slice(0, at), host };
}

/** The four bytes of an IPv4 address in any spelling browsers take: decimal, octal, hexadecimal, short. */
function ipv4(host: string): readonly number[] | undefined {
  const parts = host.split('.');
  if (parts.length > 4 || !parts.every((part) => /^(?:0x[\da-f]{1,8}|\d{1,12})$/.test(part)))
    return undefined;
  const numbers = parts.map((part) => (/^0\d/.test(part) ? Number.parseInt(part, 8) : Number(part)));
  const last = numbers.at(-1) ?? 0;
  const leading = numbers.slice(0, -1);
  const size = 256 ** (5 - parts.length);
  if (leading.some((byte) => byte > 255) || !(last < size)) return undefined;
  let value = last;
  leading.forEach((byte, index) => {
    value += byte * 256 ** (3 - index);
  });
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256);
}

/** 10/8, 172.16/12, 192.168/16, loopback, link-local, shared (100.64/10) and what is no address of one machine. */
function isPrivateIpv4([a = 0, b = 0]: readonly number[]): boolean {
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    a >= 224 ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >= 64 && b < 128)
  );
}

/** Loopback, unspecified, unique local, link-local; an IPv4 address inside counts as itself. */
function isPrivateIpv6(host: string): boolean {
  const inner = /(?:^|:)(\d{1,3}(?:\.\d{1,3}){3})$/.exec(host)?.[1];
  if (inner !== undefined) return isPrivateIpv4(ipv4(inner) ?? [0]);
  if (/^(?:0{0,4}:){2,7}0{0,3}[01]?$/.test(host)) return true;
  return /^f[cd][\da-f]{2}:|^fe[89ab][\da-f]:|^::ffff:/.test(host);
}

const INNER_NAME =
  /(?:^|\.)(?:localhost|local|lan|internal|intranet|corp|home|localdomain|test|example|invalid)$/;

/** Whether a host is reachable only inside an office: private addresses, inner names, names of one word. */
export function isInnerHost(host: string): boolean {
  if (host.includes(':')) return isPrivateIpv6(host);
  const bytes = ipv4(host);
  if (bytes !== undefined) return isPrivateIpv4(bytes);
  return INNER_NAME.test(host) || !host.includes('.');
}

/** Whether a host is a number of a machine and no name. */
export const isNumberedHost = (host: string): boolean => host.includes(':') || ipv4(host) !== undefined;

/** Names made to be taken for a government's: gov.cn somewhere but not at the end, digits for letters, other alphabets. */
export function looksLikeGovernment(host: string): boolean {
  if (/(?:^|\.)gov\.cn$/.test(host)) return false;
  const plain = host.replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('vv', 'w');
  return /g[o0]v[.-]?cn/.test(plain) || /(?:^|\.)xn--/.test(host) || /[\u0370-\u052f]/.test(host);
}
