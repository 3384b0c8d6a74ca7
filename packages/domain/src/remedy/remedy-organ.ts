import { isGovernment, type TreeKind } from '../organ/tree.ts';
import type { RemedyPlaces } from './remedy.ts';

/** An organ as the tree has it. */
export interface OrganInTree {
  readonly kind: TreeKind;
  readonly name: string;
}

/** Where somebody can turn to, as far as the tree tells. */
export interface RemedyPlace {
  /** `null` where it does not follow from the tree: a setting has to say it. */
  readonly name: string | null;
  readonly source: string;
  /** Follows from a reading that is not settled, or differs from place to place. */
  readonly unconfirmed: boolean;
}

const REVIEW_SOURCES: Readonly<Record<Exclude<TreeKind, 'village'>, string>> = {
  provinceGovernment: '行政复议法第二十四条第二款',
  cityGovernment: '行政复议法第二十四条第一款第（二）项',
  countyGovernment: '行政复议法第二十四条第一款第（二）项',
  township: '行政复议法第二十四条第一款第（二）项',
  subdistrictOffice: '行政复议法第二十四条第一款第（三）项',
  department: '行政复议法第二十四条第一款第（一）项',
  governmentOrgan: '行政复议法第二十四条第一款第（一）项；法释〔2025〕8号第四条',
};

const governmentAmong = (above: readonly OrganInTree[]): OrganInTree | undefined =>
  above.find(({ kind }) => isGovernment(kind));

/**
 * 行政复议机关 of an organ (applications.md §12.4). Organs under vertical leadership look like departments in the tree:
 * theirs is the next higher department (行政复议法27), which the setting names. That a government's office replies in its
 * own name and its own government reviews is a reading [U].
 *
 * @param above the organs above it, the nearest first
 */
export function reviewOrganOf({ kind, name }: OrganInTree, above: readonly OrganInTree[]): RemedyPlace {
  if (kind === 'village')
    return { name: null, source: '不是行政机关（村民委员会组织法第二条）', unconfirmed: false };
  const reviewer = kind === 'provinceGovernment' ? name : governmentAmong(above)?.name;
  return { name: reviewer ?? null, source: REVIEW_SOURCES[kind], unconfirmed: kind === 'governmentOrgan' };
}

/** "昭和县" of "昭和县人民政府"; `null` for another name, such as 行政公署. */
const regionOf = (government: OrganInTree | undefined): string | null =>
  /^(.+)人民政府$/.exec(government?.name ?? '')?.[1] ?? null;

/** A court of a 市辖区 bears the city's name before its own; one of a county or a county-level city does not. */
function basicCourtName(above: readonly OrganInTree[]): string | null {
  const county = above.findIndex(({ kind }) => isGovernment(kind));
  if (above[county]?.kind !== 'countyGovernment') return null;
  const region = regionOf(above[county]);
  if (region === null) return null;
  const city = regionOf(governmentAmong(above.slice(county + 1))) ?? '';
  const prefix = region.endsWith('区') && !region.startsWith(city) ? city : '';
  return `${prefix}${region}人民法院`;
}

/** 中级人民法院 of the city in which the government is; municipalities have several, so none follows. */
function intermediateCourtName(organ: OrganInTree, above: readonly OrganInTree[]): string | null {
  const upwards = [organ, ...above];
  const city = regionOf(upwards.find(({ kind }) => kind === 'cityGovernment'));
  if (city === null) return null;
  const province = regionOf(upwards.find(({ kind }) => kind === 'provinceGovernment')) ?? '';
  return `${city.startsWith(province) ? '' : province}${city}中级人民法院`;
}

const INTERMEDIATE = '行政诉讼法第十五条第（一）项';
const BASIC = '行政诉讼法第十四条、第十八条';

/** Whether suits against the organ begin at the 中级人民法院: those against a county's government or a higher one do. */
export const isIntermediate = ({ kind }: OrganInTree): boolean => isGovernment(kind);

/**
 * The court of first instance (applications.md §12.4). Where a city's or a province's department sits is not in the
 * tree, and administrative cases are concentrated at some courts in many places: then a setting names the court.
 *
 * @param above the organs above it, the nearest first
 */
export function courtOf(organ: OrganInTree, above: readonly OrganInTree[]): RemedyPlace {
  if (organ.kind === 'village') {
    return { name: null, source: '不是行政机关（村民委员会组织法第二条）', unconfirmed: false };
  }
  return isIntermediate(organ)
    ? { name: intermediateCourtName(organ, above), source: INTERMEDIATE, unconfirmed: true }
    : { name: basicCourtName(above), source: BASIC, unconfirmed: true };
}

/** What settings say of an organ's remedies; empty text where they say nothing. */
export interface RemedyPlaceSettings {
  readonly 'remedy.reviewOrgan': string;
  readonly 'remedy.court': string;
  readonly 'remedy.regionCourt': string;
  readonly 'remedy.reviewAddress': string;
}

/**
 * The places that the organ's letters name: by the settings, else by the tree; `null` when either is still unknown, so
 * that no letter goes out with a gap.
 */
export function remedyPlacesOf(
  organ: OrganInTree,
  above: readonly OrganInTree[],
  settings: RemedyPlaceSettings,
): RemedyPlaces | null {
  const regionCourt = isIntermediate(organ) ? '' : settings['remedy.regionCourt'];
  const reviewOrgan = settings['remedy.reviewOrgan'] || reviewOrganOf(organ, above).name;
  const court = settings['remedy.court'] || regionCourt || courtOf(organ, above).name;
  if (reviewOrgan === null || court === null) return null;
  return { reviewOrgan, court, reviewAddress: settings['remedy.reviewAddress'] || null };
}
