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

/** 行政层级 as the filter names it. */
export const LEVEL_NAMES: Readonly<Record<string, string>> = {
  province: '省级',
  city: '市级',
  county: '县级',
  township: '乡级',
};

export function groupOf(kind: string): OrganGroup {
  return ORGAN_GROUPS.find(({ kinds }) => kinds.includes(kind)) ?? OTHER_GROUP;
}
