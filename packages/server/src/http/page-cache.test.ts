import { describe, expect, it } from 'vitest';
import { createPageCache } from './page-cache.ts';
import { type PreparedBody, prepareBody } from './prepared-body.ts';

const body = (text: string): Promise<PreparedBody> => prepareBody('text/plain', Buffer.from(text), false);
const textOf = (found: PreparedBody | null): string | undefined => found?.variants.identity.bytes.toString();

describe('the page cache', () => {
  it('makes a page once, however many ask for it at once', async () => {
    const cache = createPageCache(1000);
    let made = 0;
    const ask = () =>
      cache.get('a', async () => {
        made += 1;
        return await body('a');
      });
    expect((await Promise.all([ask(), ask(), ask()])).map(textOf)).toEqual(['a', 'a', 'a']);
    await ask();
    expect(made).toBe(1);
  });

  it('does not keep what was being made when everything was forgotten', async () => {
    const cache = createPageCache(1000);
    const stale = cache.get('a', async () => {
      cache.clear();
      return await body('old');
    });
    expect(textOf(await stale)).toBe('old');
    expect(textOf(await cache.get('a', () => body('new')))).toBe('new');
  });

  it('forgets what shows something that changed, also what was being made, and leaves the rest', async () => {
    const cache = createPageCache(1000);
    const put = (key: string, text: string, shows: readonly string[]) =>
      cache.get(key, () => body(text), shows);
    await put('organ', 'organ', ['/r/o']);
    await put('region', 'region', ['/r', '/']);
    await put('other', 'other', ['/r/p']);
    const generation = cache.generation();
    const stale = cache.get('list', async () => {
      cache.drop(['/r/o', '/r']);
      return await body('stale');
    }, ['/r/o']);
    expect(textOf(await stale)).toBe('stale');
    expect(textOf(cache.peek('other') ?? null)).toBe('other');
    expect(cache.peek('organ')).toBeUndefined();
    expect(cache.peek('region')).toBeUndefined();
    expect(textOf(await put('list', 'fresh', ['/r/o']))).toBe('fresh');
    expect(cache.generation()).toBe(generation);
    expect(cache.stats()).toMatchObject({ entries: 2, bytes: 10 });
  });

  it('does not keep faults and empty answers', async () => {
    const cache = createPageCache(1000);
    await expect(cache.get('a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(await cache.get('a', () => Promise.resolve(null))).toBeNull();
    expect(textOf(await cache.get('a', () => body('back')))).toBe('back');
  });

  it('lets the least recently used leave when it is full', async () => {
    const cache = createPageCache(10);
    await cache.get('a', () => body('aaaa'));
    await cache.get('b', () => body('bbbb'));
    await cache.get('a', () => body('????'));
    await cache.get('c', () => body('cccc'));
    expect(textOf(await cache.get('a', () => body('made anew')))).toBe('aaaa');
    expect(textOf(await cache.get('b', () => body('anew')))).toBe('anew');
  });

  it('counts what it had, what it had not, and what it keeps', async () => {
    const cache = createPageCache(1000);
    await cache.get('a', () => body('aaaa'));
    await cache.get('a', () => body('????'));
    await cache.get('b', () => Promise.resolve(null));
    expect(cache.stats()).toEqual({ hits: 1, misses: 2, entries: 1, bytes: 4 });
    cache.clear();
    expect(cache.stats()).toEqual({ hits: 1, misses: 2, entries: 0, bytes: 0 });
  });
});
