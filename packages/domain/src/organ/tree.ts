import type { OrganKind } from '../annual-report/report.ts';

/**
 * What stands in the tree of organs: the organs that report, and the village, which is no organ in law (村组法2) but
 * keeps 村务公开 under the township that supervises it (村组法36).
 */
export const TREE_KINDS = {
  provinceGovernment: '省级人民政府',
  cityGovernment: '市级人民政府',
  countyGovernment: '县级人民政府',
  governmentOrgan: '政府办公厅（室）',
  department: '部门',
  township: '乡镇人民政府',
  subdistrictOffice: '街道办事处',
  village: '村（居）民委员会',
} as const satisfies Readonly<Record<OrganKind | 'village', string>>;

export type TreeKind = keyof typeof TREE_KINDS;

export const TREE_KIND_NAMES = Object.keys(TREE_KINDS) as readonly TreeKind[];

/** 行政层级; villages stand below the lowest level of government. */
export const LEVELS = {
  province: '省级',
  city: '市级',
  county: '县级',
  township: '乡级',
  village: '村级',
} as const;

export type Level = keyof typeof LEVELS;

/** The level of a region, which has a government with departments and a competent department (条例3). */
export type RegionLevel = Exclude<Level, 'township' | 'village'>;

const GOVERNMENTS = {
  province: 'provinceGovernment',
  city: 'cityGovernment',
  county: 'countyGovernment',
} as const satisfies Readonly<Record<RegionLevel, TreeKind>>;

/** The kind of a region's government, which stands at the top of the region. */
export const governmentOf = (level: RegionLevel): TreeKind => GOVERNMENTS[level];

export const isGovernment = (kind: TreeKind): boolean =>
  kind === 'provinceGovernment' || kind === 'cityGovernment' || kind === 'countyGovernment';

/** Whether an organ in law (条例2), which owes disclosure, has a disclosure office and takes over powers. */
export const isOrganInLaw = (kind: TreeKind): kind is OrganKind => kind !== 'village';

const ALL_GOVERNMENTS = ['provinceGovernment', 'cityGovernment', 'countyGovernment'] as const;

/** Under what each kind stands inside a region. A government is the top of its region and stands under none in it. */
const PARENTS: Readonly<Record<TreeKind, readonly TreeKind[]>> = {
  provinceGovernment: [],
  cityGovernment: [],
  countyGovernment: [],
  governmentOrgan: ALL_GOVERNMENTS,
  // 部门管理的机构和派出机构 stand under their department.
  department: [...ALL_GOVERNMENTS, 'department'],
  // 不设区的市 has townships of its own.
  township: ['countyGovernment', 'cityGovernment'],
  subdistrictOffice: ['countyGovernment', 'cityGovernment'],
  village: ['township', 'subdistrictOffice'],
};

export const mayStandUnder = (kind: TreeKind, parent: TreeKind): boolean => PARENTS[kind].includes(parent);

/** The level of an organ that stands under another one in the same region. */
export function levelUnder(kind: TreeKind, parent: Level): Level {
  if (kind === 'village') return 'village';
  return kind === 'township' || kind === 'subdistrictOffice' ? 'township' : parent;
}

const REGIONS_UNDER: Readonly<Record<RegionLevel, readonly RegionLevel[]>> = {
  province: ['city', 'county'],
  city: ['county'],
  county: [],
};

/** Whether a region may lie in another: counties in cities or, 省直管县, in provinces. */
export const mayLieIn = (level: RegionLevel, above: RegionLevel): boolean =>
  REGIONS_UNDER[above].includes(level);
