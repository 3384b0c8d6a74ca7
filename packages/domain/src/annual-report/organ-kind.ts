import type { AnnualReport, OrganKind } from './report.ts';

const MUNICIPALITIES = '(?:北京|天津|上海|重庆)市';
/** 开发区, 高新区, 景区: what ends so mostly has a 管委会 and no 人民政府. */
const ZONE_WORDS = '开发|高新|新|示范|试验|保税|合作|管理|产业|园|景|林|矿';

/**
 * First match wins; the order goes from the special to the general. A region named alone (“永春县2023年…报告”)
 * reports for its government.
 */
const KINDS: readonly (readonly [RegExp, OrganKind])[] = [
  [/政府办公[厅室]$/, 'governmentOrgan'],
  [/街道(?:办事处)?$/, 'subdistrictOffice'],
  [/(?:镇|乡|苏木)(?:(?:人民)?政府)?$/, 'township'],
  [new RegExp(`(?:省|自治区|^${MUNICIPALITIES})(?:(?:人民)?政府)?$`), 'provinceGovernment'],
  // A county-level city can be told only where the city above it is named too: “三明市永安市人民政府”.
  [/[县区旗](?:人民)?政府$|(?:[市盟]|自治州).+市(?:(?:人民)?政府)?$/, 'countyGovernment'],
  [new RegExp(`(?:[县旗]|(?<!${ZONE_WORDS})区)$`), 'countyGovernment'],
  [/(?:[市州](?:人民)?政府|市|自治州|盟行政公署)$/, 'cityGovernment'],
  [/(?:局|委|办|厅|署|院|部|中心|委员会|办公室|管委会|大队|支队|总队)$/, 'department'],
];

/**
 * The kind of an organ by its name, or `null` when the name does not tell. A guess for reports that were read
 * from files: 县级市 named alone is taken for a prefecture-level city.
 */
export function inferOrganKind(name: string): OrganKind | null {
  const plain = name.replace(/\s+/g, '');
  return KINDS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** What the report says of its organ, else what the organ's name says. */
export function organKindOf(report: Pick<AnnualReport, 'organ' | 'organKind'>): OrganKind | null {
  return report.organKind ?? (report.organ === null ? null : inferOrganKind(report.organ));
}
