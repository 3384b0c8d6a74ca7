import { TREE_KINDS, type TreeKind } from '@zhaoshi/domain/organ/tree';

/** By what lists of reporting units are narrowed: 层级 and kind as the tree of organs has them. */
export interface UnitLevel {
  readonly kind: TreeKind;
  /** As addresses write it. */
  readonly slug: string;
  readonly name: string;
}

const SLUGS: readonly (readonly [Exclude<TreeKind, 'village'>, string])[] = [
  ['provinceGovernment', 'province'],
  ['cityGovernment', 'city'],
  ['countyGovernment', 'county'],
  ['governmentOrgan', 'office'],
  ['department', 'department'],
  ['township', 'township'],
  ['subdistrictOffice', 'subdistrict'],
];

/** From the highest level on; villages report nothing. */
export const UNIT_LEVELS: readonly UnitLevel[] = SLUGS.map(([kind, slug]) => ({
  kind,
  slug,
  name: TREE_KINDS[kind],
}));

/** The level that an address names; `undefined` when there is none of that name. */
export const unitLevelOf = (slug: string): UnitLevel | undefined =>
  UNIT_LEVELS.find((level) => level.slug === slug);
