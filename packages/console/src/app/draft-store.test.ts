import { beforeEach, describe, expect, it, vi } from 'vitest';
import { draftKey, draftsOf, keepDraft, readDraft, removeDraftsOf, removeOldDrafts } from './draft-store.ts';

class MemoryStorage {
  readonly #items = new Map<string, string>();
  get length(): number {
    return this.#items.size;
  }
  key(index: number): string | null {
    return [...this.#items.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.#items.set(key, value);
  }
  removeItem(key: string): void {
    this.#items.delete(key);
  }
}

const keep = (key: string, values: object, version: number | null): void =>
  keepDraft(key, { values, version, title: '机关信息', path: '/organs/o1' });

beforeEach(() => {
  vi.stubGlobal('localStorage', new MemoryStorage());
});

describe('drafts', () => {
  it('are kept for a person, an organ and a form, with the version they were typed over', () => {
    const key = draftKey('a1', 'o1', 'organ.edit/o1');
    keep(key, { name: '段店乡人民政府' }, 3);
    expect(readDraft(key)).toMatchObject({ values: { name: '段店乡人民政府' }, version: 3 });
    expect(readDraft(draftKey('a2', 'o1', 'organ.edit/o1'))).toBeNull();
    expect(readDraft(draftKey('a1', 'o2', 'organ.edit/o1'))).toBeNull();
  });

  it.each([
    'password',
    'newPassword',
    'repeatPassword',
    'totpCode',
    'code',
    'secret',
    'clientSecret',
    'token',
  ])('never hold %s', (name) => {
    const key = draftKey('a1', 'o1', 'form');
    keep(key, { [name]: 'geheim-123', displayName: '张三' }, null);
    expect(localStorage.getItem(key)).not.toContain('geheim-123');
    expect(readDraft(key)?.values).toEqual({ displayName: '张三' });
  });

  it('hold nothing secret deeper down either, and all that only sounds alike', () => {
    const key = draftKey('a1', 'o1', 'form');
    const contact = { postcode: '461500', siteIdCode: '4110240001', password: 'geheim-123' };
    keep(key, { contact }, 1);
    expect(readDraft(key)?.values).toEqual({ contact: { postcode: '461500', siteIdCode: '4110240001' } });
  });

  it.each(['{', 'null', '"text"', '{"other":1}'])('that cannot be read are none: %s', (left) => {
    const key = draftKey('a1', 'o1', 'form');
    localStorage.setItem(key, left);
    expect(readDraft(key)).toBeNull();
    removeOldDrafts(new Date());
  });

  it('of one person are removed without touching those of another', () => {
    keep(draftKey('a1', 'o1', 'x'), { n: 1 }, null);
    keep(draftKey('a1', 'o2', 'y'), { n: 2 }, null);
    keep(draftKey('a10', 'o1', 'x'), { n: 3 }, null);
    expect(draftsOf('a1')).toHaveLength(2);
    removeDraftsOf('a1');
    expect(draftsOf('a1')).toEqual([]);
    expect(draftsOf('a10')).toHaveLength(1);
  });

  it('go after a month, and nothing else goes with them', () => {
    localStorage.setItem('zhaoshi.contrast', 'high');
    keep(draftKey('a1', 'o1', 'x'), { n: 1 }, null);
    const day = 86_400_000;
    removeOldDrafts(new Date(Date.now() + 29 * day));
    expect(draftsOf('a1')).toHaveLength(1);
    removeOldDrafts(new Date(Date.now() + 31 * day));
    expect(draftsOf('a1')).toEqual([]);
    expect(localStorage.getItem('zhaoshi.contrast')).toBe('high');
  });
});
