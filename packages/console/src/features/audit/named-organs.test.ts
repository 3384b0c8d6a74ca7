import { describe, expect, it } from 'vitest';
import { withOrganNames } from './named-organs.ts';

const ID = '0d5f9a52-6a5e-4a53-9b0e-3f6a1c1f2b3c';
const NAMES = { [`${ID}/`]: '河东县人民政府', [ID]: '河东县人民政府' };

describe('details of an entry', () => {
  it('name organs instead of their paths and ids, however deep', () => {
    const details = { for: `${ID}/`, after: { successors: [ID], name: '甲', days: 3, validTo: null } };
    expect(withOrganNames(details, NAMES)).toEqual({
      for: '河东县人民政府',
      after: { successors: ['河东县人民政府'], name: '甲', days: 3, validTo: null },
    });
  });

  it('show no path of an organ that is gone, and leave other ids as they are', () => {
    expect(withOrganNames({ for: `${ID}/`, session: ID }, {})).toEqual({
      for: '已不在系统中的机关',
      session: ID,
    });
  });
});
