import type { LinkProbe, LinkState } from '@zhaoshi/domain/disclosure/scan/link-hits';

/** Answers as it is told, for tests; what it is not told of is alive. Keeps what it was asked. */
export function fakeLinkProbe(states: ReadonlyMap<string, LinkState>): LinkProbe & {
  readonly asked: readonly string[];
} {
  const asked: string[] = [];
  return {
    asked,
    probe: (address) => {
      asked.push(address);
      return Promise.resolve(states.get(address) ?? 'alive');
    },
  };
}
