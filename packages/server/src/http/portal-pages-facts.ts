import {
  organCounts,
  type PublishedDatabase,
  publishedGovernment,
  publishedRegions,
  publishedSettings,
} from '../db/queries/published.ts';

/** What nearly every page asks for: small, and the same for all. */
export interface SiteFacts {
  readonly regions: () => ReturnType<typeof publishedRegions>;
  readonly organCounts: () => ReturnType<typeof organCounts>;
  readonly settings: () => ReturnType<typeof publishedSettings>;
  /** The highest organ of the site's own region; nothing before a region is set up. */
  readonly government: () => ReturnType<typeof publishedGovernment>;
}

/** An answer that is asked for once in each generation; one that failed is asked for again. */
function once<T>(ask: () => Promise<T>, generation: () => unknown): () => Promise<T> {
  let kept: { readonly of: unknown; readonly answer: Promise<T> } | undefined;
  return async () => {
    const of = generation();
    if (kept === undefined || kept.of !== of) kept = { of, answer: ask() };
    const current = kept;
    try {
      return await current.answer;
    } catch (error) {
      if (kept === current) kept = undefined;
      throw error;
    }
  };
}

/**
 * The facts of the published views.
 *
 * @param generation changes when something public may have changed, as the page cache's does
 */
export function createSiteFacts(published: PublishedDatabase, generation: () => unknown): SiteFacts {
  const regions = once(async () => await publishedRegions(published), generation);
  return {
    regions,
    organCounts: once(async () => await organCounts(published), generation),
    settings: once(async () => await publishedSettings(published), generation),
    government: once(async () => {
      const [root] = await regions();
      return root === undefined ? undefined : await publishedGovernment(published, root.region_id);
    }, generation),
  };
}
