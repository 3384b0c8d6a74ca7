import { lookup as resolveName } from 'node:dns/promises';
import { type ClientRequest, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { DeliveryError, type DeliveryFault } from '../message/sender.ts';
import { type AllowList, mayConnect } from './address-policy.ts';

/** All addresses of a name; a seam for tests of names that change their address. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export interface OutboundPolicy {
  readonly allow: AllowList;
  /** Unencrypted requests through the world too: for what is only looked at. */
  readonly allowsPlain?: boolean;
  readonly timeoutMs: number;
  readonly resolve: Resolve;
}

export const resolveByDns: Resolve = async (host) => {
  const found = await resolveName(host, { all: true, verbatim: true });
  return found.map(({ address }) => address);
};

interface Target {
  readonly url: URL;
  readonly host: string;
  /** The one address that was looked at; the connection goes there and nowhere else. */
  readonly address: string;
}

/** @throws DeliveryError when the address of the request may not be asked */
async function vet(text: string, { allow, allowsPlain = false, resolve }: OutboundPolicy): Promise<Target> {
  const url = URL.parse(text);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (url === null || !isWeb || url.username !== '' || url.password !== '') {
    throw new DeliveryError('address-refused');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (allow.hosts !== 'any' && !allow.hosts.has(host)) throw new DeliveryError('address-refused');
  const addresses =
    isIP(host) === 0
      ? await resolve(host).catch(() => {
          throw new DeliveryError('gateway-unreachable');
        })
      : [host];
  const [address] = addresses;
  if (address === undefined) throw new DeliveryError('gateway-unreachable');
  const verdicts = new Set(addresses.map((one) => mayConnect(one, allow)));
  // One bad address spoils the name: it is a sign of a name made to point inside.
  if (verdicts.has('no')) throw new DeliveryError('address-refused');
  // Unencrypted only where the operator named the network, never through the world.
  if (url.protocol === 'http:' && verdicts.has('public') && !allowsPlain)
    throw new DeliveryError('gateway-unencrypted');
  return { url, host, address };
}

function faultOf(error: unknown): DeliveryFault {
  if (!(error instanceof Error)) return 'gateway-unreachable';
  if (error.name === 'TimeoutError') return 'gateway-timeout';
  const code = 'code' in error ? String(error.code) : '';
  const isTrust = /CERT|SELF_SIGNED|ERR_TLS|UNABLE_TO|EPROTO|ERR_SSL/.test(code);
  return isTrust ? 'gateway-untrusted' : 'gateway-unreachable';
}

function open({ url, host, address }: Target, options: Parameters<typeof requestPlain>[1]): ClientRequest {
  // Pins the vetted address: the name is not resolved a second time.
  const lookup: LookupFunction = (_host, wanted, done) => {
    const found = { address, family: isIP(address) };
    if (wanted.all === true) done(null, [found]);
    else done(null, found.address, found.family);
  };
  const all = { ...options, agent: false, lookup } as const;
  // The certificate is checked against the name, not against the address it was pinned to.
  return url.protocol === 'https:'
    ? requestSecure(url, { ...all, ...(isIP(host) === 0 && { servername: host }) })
    : requestPlain(url, all);
}

/** What answered: the head alone, of the body nothing is read. */
export interface OutboundAnswer {
  readonly status: number;
  /** Where a redirect leads, as it was sent; `null` without one. */
  readonly location: string | null;
}

interface Question {
  readonly headers: Readonly<Record<string, string | number>>;
  readonly policy: OutboundPolicy;
  readonly signal: AbortSignal;
  readonly body?: Buffer;
}

/**
 * Asks an address that configuration or a person gave. Only hosts of the allow-list, only public addresses or networks
 * that the operator named, at exactly the address that was looked at; redirects are not followed; what is answered is
 * not read.
 *
 * @throws DeliveryError
 */
export async function askOutbound(
  text: string,
  method: 'POST' | 'HEAD' | 'GET',
  { headers, policy, signal, body }: Question,
): Promise<OutboundAnswer> {
  const target = await vet(text, policy);
  const limit = AbortSignal.any([signal, AbortSignal.timeout(policy.timeoutMs)]);
  return await new Promise<OutboundAnswer>((resolve, reject) => {
    const request = open(target, { method, headers, signal: limit });
    request.on('response', (response) => {
      resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? null });
      response.destroy();
    });
    request.on('error', (error) => reject(new DeliveryError(faultOf(limit.aborted ? limit.reason : error))));
    request.end(body);
  });
}

/**
 * Posts to an address, as `askOutbound` does.
 *
 * @returns the status
 * @throws DeliveryError
 */
export async function postOutbound(
  text: string,
  body: Buffer,
  headers: Readonly<Record<string, string>>,
  policy: OutboundPolicy,
  signal: AbortSignal,
): Promise<number> {
  const whole = { ...headers, 'content-length': body.length };
  const { status } = await askOutbound(text, 'POST', { headers: whole, policy, signal, body });
  return status;
}
