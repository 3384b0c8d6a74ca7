import type { Display } from '@zhaoshi/portal/view-models';
import { displayName } from './display.ts';
import type { PreparedBody } from './prepared-body.ts';

/** Public pages that are ready to go out, the least recently used leaving first. */
export interface PageCache {
  /**
   * The body of a key; made when it is not there, once however many ask meanwhile. `null` (nothing at this
   * address) and notices (`status`) are not kept, so that made-up addresses cannot fill the cache.
   *
   * @param shows keys of what the page shows; `drop` of one of them forgets it
   */
  readonly get: (
    key: string,
    make: () => Promise<PreparedBody | null>,
    shows?: readonly string[],
  ) => Promise<PreparedBody | null>;
  /** The body of a key when it is there; as a hit, like `get`. */
  readonly peek: (key: string) => PreparedBody | undefined;
  /** Another one after each `clear`: what was read in an earlier generation may be out of date. */
  readonly generation: () => unknown;
  /** Forgets everything, bodies still being made included. */
  readonly clear: () => void;
  /** Forgets the pages that show one of these, those still being made included; the generation stays. */
  readonly drop: (keys: readonly string[]) => void;
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

interface Kept {
  readonly body: PreparedBody;
  readonly shows: readonly string[];
}

interface BeingMade {
  readonly made: Promise<PreparedBody | null>;
  readonly shows: readonly string[];
}

const NOTHING_SHOWN: readonly string[] = [];

/** @param limit bytes that may be kept */
export function createPageCache(limit: number): PageCache {
  const kept = new Map<string, Kept>();
  let beingMade = new Map<string, BeingMade>();
  let size = 0;
  let hits = 0;
  let misses = 0;

  function forget(key: string, { body }: Kept): void {
    kept.delete(key);
    size -= sizeOf(body);
  }

  function keep(key: string, one: Kept): void {
    const before = kept.get(key);
    if (before !== undefined) forget(key, before);
    kept.set(key, one);
    size += sizeOf(one.body);
    for (const [oldest, old] of kept) {
      if (size <= limit) return;
      forget(oldest, old);
    }
  }

  function makeAndKeep(
    key: string,
    make: () => Promise<PreparedBody | null>,
    shows: readonly string[],
  ): Promise<PreparedBody | null> {
    const under = beingMade;
    // Not begun before it is known to be under way: what `make` reads may change at once.
    const made = Promise.resolve()
      .then(make)
      .then((body) => {
        // What was read before a publication must not be kept after it.
        const isCurrent = under === beingMade && under.get(key)?.made === made;
        if (body !== null && body.status === undefined && isCurrent) keep(key, { body, shows });
        return body;
      })
      .finally(() => {
        if (under.get(key)?.made === made) under.delete(key);
      });
    under.set(key, { made, shows });
    return made;
  }

  function peek(key: string): PreparedBody | undefined {
    const found = kept.get(key);
    if (found === undefined) return undefined;
    hits += 1;
    kept.delete(key);
    kept.set(key, found);
    return found.body;
  }

  return {
    peek,
    generation: () => beingMade,
    get: async (key, make, shows = NOTHING_SHOWN) => {
      const found = peek(key);
      if (found !== undefined) return found;
      misses += 1;
      return await (beingMade.get(key)?.made ?? makeAndKeep(key, make, shows));
    },
    clear: () => {
      kept.clear();
      size = 0;
      beingMade = new Map();
    },
    drop: (keys) => {
      const dropped = new Set(keys);
      const isDropped = ({ shows }: { readonly shows: readonly string[] }): boolean =>
        shows.some((shown) => dropped.has(shown));
      for (const [key, one] of kept) if (isDropped(one)) forget(key, one);
      for (const [key, one] of beingMade) if (isDropped(one)) beingMade.delete(key);
    },
    stats: () => ({ hits, misses, entries: kept.size, bytes: size }),
  };
}
