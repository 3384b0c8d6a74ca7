import type { TreeKind } from '../../organ/tree.ts';

/** An organ that a name may mean. */
export interface NamedOrgan {
  readonly organId: string;
  readonly name: string;
  readonly kind: TreeKind;
}

export interface MatchedOrgans {
  /** Ids in the order of the organs given. */
  readonly organIds: readonly string[];
  /** Names that fit no organ, or several: shown to a person, never guessed. */
  readonly unmatched: readonly string[];
}

/** 各乡镇人民政府（街道办事处） and its many shorter forms mean all of a kind. */
const GROUPS: readonly (readonly [RegExp, readonly TreeKind[]])[] = [
  [/^各?(?:乡镇?|镇)(?:人民)?(?:政府)?街道(?:办事处|办)?$/, ['township', 'subdistrictOffice']],
  [/^各?街道(?:办事处|办)?(?:乡镇?|镇)(?:人民)?(?:政府)?$/, ['township', 'subdistrictOffice']],
  [/^各?(?:乡镇?|镇)(?:级)?(?:人民)?(?:政府)?$/, ['township']],
  [/^各?街道(?:办事处|办)?$/, ['subdistrictOffice']],
  [/^各(?:有关|相关)?(?:部门|委办局|单位)$/, ['department']],
  [/^(?:本级|县级?|区级?|市级?|县区|市县区?)(?:人民)?政府$/, ['countyGovernment', 'cityGovernment']],
  [/^(?:县|区|市)?(?:人民)?政府办公?(?:厅|室)?$/, ['governmentOrgan']],
];

const plain = (name: string): string => name.normalize('NFKC').replaceAll(/[\s()（）]/g, '');

/** A name without its region and without what is often left out: 昭和县民政局 and 县民政局 are 民政局. */
function folded(name: string, regionName: string): string {
  const bare = plain(name);
  const region = plain(regionName);
  const stem = region.replace(/[省市县区旗]$/, '');
  const own = [region, stem].find((one) => one !== '' && bare.startsWith(one) && bare.length > one.length);
  return (own === undefined ? bare : bare.slice(own.length))
    .replace(/^[省市县区旗](?=.{2})/, '')
    .replace(/人民政府$/, '')
    .replace(/(?:办事处|政府)$/, '')
    .replace('委员会', '委');
}

interface Finder {
  readonly organs: readonly NamedOrgan[];
  readonly regionName: string;
}

/** Organs that one name means; several only where it names a kind. */
function meant(name: string, { organs, regionName }: Finder): readonly string[] {
  const group = GROUPS.find(([words]) => words.test(plain(name)));
  if (group !== undefined) {
    const [, kinds] = group;
    return organs.filter(({ kind }) => kinds.includes(kind)).map(({ organId }) => organId);
  }
  const exact = organs.filter((organ) => plain(organ.name) === plain(name));
  const wanted = folded(name, regionName);
  const alike = organs.filter((organ) => folded(organ.name, regionName) === wanted);
  const found = exact.length > 0 ? exact : alike;
  return found.length === 1 ? found.map(({ organId }) => organId) : [];
}

/** Cuts only where the whole fits nothing: 教育和体育局 is one organ, 民政局和财政局 are two. */
function idsIn(words: string, finder: Finder, cuts: readonly RegExp[]): MatchedOrgans {
  const ids = meant(words, finder);
  const [cut, ...rest] = cuts;
  if (ids.length > 0 || cut === undefined) return { organIds: ids, unmatched: ids.length > 0 ? [] : [words] };
  const parts = words
    .split(cut)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const found = parts.map((part) => idsIn(part, finder, rest));
  // A name that stays unknown in its parts is shown whole.
  if (parts.length > 1 && found.every(({ organIds }) => organIds.length === 0) && rest.length === 0) {
    return { organIds: [], unmatched: [words] };
  }
  return {
    organIds: found.flatMap(({ organIds }) => organIds),
    unmatched: found.flatMap(({ unmatched }) => unmatched),
  };
}

/**
 * The organs that a cell 公开主体 names, among those of a region that are in being: by their names with or without the
 * region's, by 各乡镇, 各部门 and the like. What fits none or more than one is left to a person.
 */
export function matchOrgans(
  responsibleOrgan: string,
  organs: readonly NamedOrgan[],
  regionName: string,
): MatchedOrgans {
  const words = responsibleOrgan.trim();
  if (words === '') return { organIds: [], unmatched: [] };
  const { organIds, unmatched } = idsIn(words, { organs, regionName }, [
    /[、，,；;\n/|]/,
    /及其?|和|与|或者?/,
  ]);
  const chosen = new Set(organIds);
  return {
    organIds: organs.filter(({ organId }) => chosen.has(organId)).map(({ organId }) => organId),
    unmatched: [...new Set(unmatched)],
  };
}
