import type { LinkProbe, LinkState } from '@zhaoshi/domain/disclosure/scan/link-hits';
import { DeliveryError } from '../message/sender.ts';
import { askOutbound, type OutboundAnswer, type OutboundPolicy, resolveByDns } from '../webhook/outbound.ts';

const TIMEOUT_MS = 10_000;
const MOST_REDIRECTS = 5;
const HEADERS = { 'user-agent': 'zhaoshi-link-check', accept: '*/*' } as const;

/** Answers to a question for the head alone that say nothing: many servers know only GET. */
const NOT_FOR_HEAD: ReadonlySet<number> = new Set([400, 403, 404, 405, 406, 410, 501]);

/** Gone, or broken on its own side. What asks for a sign-in, or thinks us too fast, is there. */
const stateOf = (status: number): LinkState => {
  if (status < 400) return 'alive';
  if (status === 401 || status === 403 || status === 407 || status === 429) return 'unknown';
  return 'dead';
};

/** Only what was asked and did not answer is dead: a certificate this machine does not know may be good for others. */
const stateOfFault = (error: unknown): LinkState => {
  if (!(error instanceof DeliveryError)) throw error;
  return error.code === 'gateway-unreachable' || error.code === 'gateway-timeout' ? 'dead' : 'unknown';
};

/**
 * Asks by HTTP whether an address answers: the head first, then the page, of which nothing is read. Redirects are
 * followed a few times, each to an address that is looked at like the first, so none leads into an inner network.
 */
export function httpLinkProbe(
  policy: Pick<OutboundPolicy, 'timeoutMs' | 'resolve'> & Partial<OutboundPolicy> = {
    timeoutMs: TIMEOUT_MS,
    resolve: resolveByDns,
  },
): LinkProbe {
  const whole: OutboundPolicy = { allow: { hosts: 'any', networks: null }, allowsPlain: true, ...policy };
  const ask = async (address: string): Promise<OutboundAnswer> => {
    const signal = AbortSignal.timeout(whole.timeoutMs * 2);
    const head = await askOutbound(address, 'HEAD', { headers: HEADERS, policy: whole, signal });
    if (!NOT_FOR_HEAD.has(head.status)) return head;
    return await askOutbound(address, 'GET', { headers: HEADERS, policy: whole, signal });
  };
  return {
    async probe(address) {
      let place = address;
      try {
        for (let step = 0; step <= MOST_REDIRECTS; step += 1) {
          const { status, location } = await ask(place);
          if (status < 300 || status >= 400 || location === null) return stateOf(status);
          const next = URL.parse(location, place);
          if (next === null) return 'dead';
          place = next.href;
        }
        return 'dead';
      } catch (error) {
        return stateOfFault(error);
      }
    },
  };
}
