import { STATUTORY_CATALOG, type StatutoryCode } from '../statutory-catalog/statutory-catalog.ts';
import type { FreshnessKind } from './freshness.ts';

/** Columns whose kind is not 应更新栏目 without a promised time. */
const KINDS: Readonly<Partial<Record<StatutoryCode, FreshnessKind>>> = {
  'a20.01': 'noticesAndPolicies',
  'a20.02': 'static',
};

/**
 * What kind of column an item of 条例20, 21 is shown in (国办秘函〔2019〕19号): 政策文件 go by six months, 机构概况 has no
 * time of its own, all others are 应更新栏目, of which only being empty is judged here, because none promises a time.
 */
export const columnFreshnessKind = (code: StatutoryCode): FreshnessKind => KINDS[code] ?? 'shouldUpdate';

/** The day since which a column has been owed: that of the article. */
export const columnSince = (code: StatutoryCode) => STATUTORY_CATALOG[code].validFrom;
