import type { OrganKind } from '@zhaoshi/domain/annual-report/report';

/**
 * The demonstration: an invented city with two counties. Only the five townships exist, and only their names and
 * published reports are theirs; where they stand in the tree is invented.
 */
export const DEMONSTRATION = [
  {
    slug: 'zhaoshi',
    name: '昭示市',
    level: 'city',
    organs: [
      { slug: 'government', name: '昭示市人民政府', kind: 'cityGovernment' },
      { slug: 'office', name: '昭示市人民政府办公室', kind: 'governmentOrgan' },
      { slug: 'education', name: '昭示市教育局', kind: 'department' },
    ],
  },
  {
    slug: 'hedong',
    name: '河东县',
    level: 'county',
    organs: [
      { slug: 'government', name: '河东县人民政府', kind: 'countyGovernment' },
      { slug: 'office', name: '河东县人民政府办公室', kind: 'governmentOrgan' },
      { slug: 'duandian', name: '段店乡人民政府', kind: 'township' },
      { slug: 'jindian', name: '金殿镇人民政府', kind: 'township' },
      { slug: 'kengzaikou', name: '坑仔口镇人民政府', kind: 'township' },
    ],
  },
  {
    slug: 'hexi',
    name: '河西县',
    level: 'county',
    organs: [
      { slug: 'government', name: '河西县人民政府', kind: 'countyGovernment' },
      { slug: 'office', name: '河西县人民政府办公室', kind: 'governmentOrgan' },
      { slug: 'qianwei', name: '前卫镇人民政府', kind: 'township' },
      { slug: 'yilan', name: '依兰镇人民政府', kind: 'township' },
    ],
  },
] as const satisfies readonly DemonstrationRegion[];

export interface DemonstrationOrgan {
  readonly slug: string;
  readonly name: string;
  readonly kind: OrganKind;
}

export interface DemonstrationRegion {
  readonly slug: string;
  readonly name: string;
  readonly level: 'city' | 'county';
  /** The first is the government, under which the others stand. */
  readonly organs: readonly DemonstrationOrgan[];
}

/** The published reports, each of the organ whose slug the file's name begins with. */
export const DEMONSTRATION_REPORTS = [
  { organ: 'duandian', year: 2019 },
  { organ: 'jindian', year: 2021 },
  { organ: 'kengzaikou', year: 2020 },
  { organ: 'qianwei', year: 2020 },
  { organ: 'yilan', year: 2020 },
] as const;
