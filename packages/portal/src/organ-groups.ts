import { LEVELS } from '@zhaoshi/domain/organ/tree';

/** How organs are grouped in lists and filters. A kind that no group names stands in the last one. */
export interface OrganGroup {
  readonly id: string;
  readonly name: string;
  readonly kinds: readonly string[];
}

export const OTHER_GROUP: OrganGroup = { id: 'other', name: '其他', kinds: [] };

export const ORGAN_GROUPS: readonly OrganGroup[] = [
  {
    id: 'government',
    name: '政府',
    kinds: ['provinceGovernment', 'cityGovernment', 'countyGovernment', 'governmentOrgan'],
  },
  { id: 'department', name: '部门', kinds: ['department'] },
  { id: 'township', name: '乡镇、街道', kinds: ['township', 'subdistrictOffice'] },
  OTHER_GROUP,
];

/** 行政层级 as the filter names it; villages are no organs and have no column. */
export const LEVEL_NAMES: readonly (readonly [level: string, name: string])[] = Object.entries(LEVELS).filter(
  ([level]) => level !== 'village',
);

export function groupOf(kind: string): OrganGroup {
  return ORGAN_GROUPS.find(({ kinds }) => kinds.includes(kind)) ?? OTHER_GROUP;
}
