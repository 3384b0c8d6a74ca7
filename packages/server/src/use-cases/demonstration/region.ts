import type { RegionLevel, TreeKind } from '@zhaoshi/domain/organ/tree';

export interface DemonstrationOrgan {
  readonly slug: string;
  readonly name: string;
  readonly kind: TreeKind;
  /** Slug of the organ it stands under; without it the region's government. */
  readonly under?: string;
  /** Ended on this day, and this organ of the region took over. */
  readonly closed?: { readonly on: string; readonly successor: string };
}

export interface DemonstrationRegion {
  readonly slug: string;
  readonly name: string;
  readonly level: RegionLevel;
  readonly government: { readonly slug: string; readonly name: string };
  readonly organs: readonly DemonstrationOrgan[];
}

/**
 * The demonstration: an invented city with two counties. Only the five townships exist, and only their names and
 * published reports are theirs; where they stand in the tree, and everybody and everything else, is invented.
 */
export const DEMONSTRATION: readonly DemonstrationRegion[] = [
  {
    slug: 'zhaoshi',
    name: '昭示市',
    level: 'city',
    government: { slug: 'government', name: '昭示市人民政府' },
    organs: [
      { slug: 'office', name: '昭示市人民政府办公室', kind: 'governmentOrgan' },
      { slug: 'education', name: '昭示市教育局', kind: 'department' },
      { slug: 'finance', name: '昭示市财政局', kind: 'department' },
      { slug: 'health', name: '昭示市卫生健康委员会', kind: 'department' },
      { slug: 'resources', name: '昭示市自然资源和规划局', kind: 'department' },
    ],
  },
  {
    slug: 'hedong',
    name: '河东县',
    level: 'county',
    government: { slug: 'government', name: '河东县人民政府' },
    organs: [
      { slug: 'office', name: '河东县人民政府办公室', kind: 'governmentOrgan' },
      { slug: 'civil-affairs', name: '河东县民政局', kind: 'department' },
      { slug: 'finance', name: '河东县财政局', kind: 'department' },
      { slug: 'rural-affairs', name: '河东县农业农村局', kind: 'department' },
      {
        slug: 'agriculture',
        name: '河东县农业局',
        kind: 'department',
        closed: { on: '2019-07-01', successor: 'rural-affairs' },
      },
      { slug: 'chengguan', name: '河东县城关街道办事处', kind: 'subdistrictOffice' },
      { slug: 'duandian', name: '段店乡人民政府', kind: 'township' },
      { slug: 'jindian', name: '金殿镇人民政府', kind: 'township' },
      { slug: 'kengzaikou', name: '坑仔口镇人民政府', kind: 'township' },
      { slug: 'shifan-village', name: '示范村村民委员会', kind: 'village', under: 'duandian' },
      { slug: 'liuxi-village', name: '柳溪示例村村民委员会', kind: 'village', under: 'duandian' },
      { slug: 'beipo-village', name: '北坡示例村村民委员会', kind: 'village', under: 'jindian' },
    ],
  },
  {
    slug: 'hexi',
    name: '河西县',
    level: 'county',
    government: { slug: 'government', name: '河西县人民政府' },
    organs: [
      { slug: 'office', name: '河西县人民政府办公室', kind: 'governmentOrgan' },
      { slug: 'finance', name: '河西县财政局', kind: 'department' },
      { slug: 'human-resources', name: '河西县人力资源和社会保障局', kind: 'department' },
      { slug: 'qianwei', name: '前卫镇人民政府', kind: 'township' },
      { slug: 'yilan', name: '依兰镇人民政府', kind: 'township' },
      { slug: 'heping-village', name: '和平示例村村民委员会', kind: 'village', under: 'yilan' },
    ],
  },
];

/** The published reports, each of the organ whose slug the file's name begins with. */
export const DEMONSTRATION_REPORTS = [
  { organ: 'hedong/duandian', year: 2019 },
  { organ: 'hedong/jindian', year: 2021 },
  { organ: 'hedong/kengzaikou', year: 2020 },
  { organ: 'hexi/qianwei', year: 2020 },
  { organ: 'hexi/yilan', year: 2020 },
] as const;
