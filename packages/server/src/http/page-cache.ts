import type { Display } from '@zhaoshi/portal/view-models';
import { displayName } from './display.ts';
import type { PreparedBody } from './prepared-body.ts';

/** Public pages that are ready to go out, the least recently used leaving first. */
export interface PageCache {
  /**
   * The body of a key; made when it is not there, once however many ask meanwhile. `null` (nothing at this
   * address) is not kept, so that made-up addresses cannot fill the cache.
   */
  readonly get: (key: string, make: () => Promise<PreparedBody | null>) => Promise<PreparedBody | null>;
  /** The body of a key when it is there; as a hit, like `get`. */
  readonly peek: (key: string) => PreparedBody | undefined;
  /** Another one after each `clear`: what was read in an earlier generation may be out of date. */
  readonly generation: () => unknown;
  /** Forgets everything, bodies still being made included. */
  readonly clear: () => void;
  /** Counted since the start; entries and bytes as they are now. */
  readonly stats: () => {
    readonly hits: number;
    readonly misses: number;
    readonly entries: number;
    readonly bytes: number;
  };
}

/** Key of a page: how it is shown, and its one path; nothing else that a request brings. */
export const cacheKey = (display: Display, path: string): string => `${displayName(display)} ${path}`;

/** Compressed variants come later and together take about half of the plain bytes. */
const COMPRESSED_SHARE = 0.5;

const sizeOf = ({ variants, compressible }: PreparedBody): number =>
  Math.ceil(variants.identity.bytes.length * (compressible ? 1 + COMPRESSED_SHARE : 1));

/** @param limit bytes that may be kept */
export function createPageCache(limit: number): PageCache {
  const kept = new Map<string, PreparedBody>();
  let beingMade = new Map<string, Promise<PreparedBody | null>>();
  let size = 0;
  let hits = 0;
  let misses = 0;

  function keep(key: string, body: PreparedBody): void {
    kept.set(key, body);
    size += sizeOf(body);
    for (const [oldest, old] of kept) {
      if (size <= limit) return;
      kept.delete(oldest);
      size -= sizeOf(old);
    }
  }

  async function makeAndKeep(
    key: string,
    make: () => Promise<PreparedBody | null>,
    generation: Map<string, unknown>,
  ): Promise<PreparedBody | null> {
    try {
      const body = await make();
      // What was read before a publication must not be kept after it.
      if (body !== null && generation === beingMade) keep(key, body);
      return body;
    } finally {
      generation.delete(key);
    }
  }

  function peek(key: string): PreparedBody | undefined {
    const found = kept.get(key);
    if (found === undefined) return undefined;
    hits += 1;
    kept.delete(key);
    kept.set(key, found);
    return found;
  }

  return {
    peek,
    generation: () => beingMade,
    get: async (key, make) => {
      const found = peek(key);
      if (found !== undefined) return found;
      misses += 1;
      const generation = beingMade;
      const waiting = generation.get(key) ?? makeAndKeep(key, make, generation);
      generation.set(key, waiting);
      return await waiting;
    },
    clear: () => {
      kept.clear();
      size = 0;
      beingMade = new Map();
    },
    stats: () => ({ hits, misses, entries: kept.size, bytes: size }),
  };
}
