import { parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { isVillageItem, type VillageItem } from '@zhaoshi/domain/village/village-items';

/** What is to be posted; without a period what is published at once, today. */
export interface PostSearch {
  readonly item?: VillageItem;
  readonly from?: string;
  readonly to?: string;
  /** The post that is corrected; without it a new one is made. */
  readonly post?: string;
}

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

const dayIn = (value: unknown): string | undefined =>
  typeof value === 'string' && parseCivilDate(value) !== undefined ? value : undefined;

/** What an address says of it; what is none is left out. */
export function postSearch(search: Readonly<Record<string, unknown>>): PostSearch {
  const { item, post } = search;
  const [from, to] = [dayIn(search['from']), dayIn(search['to'])];
  return {
    ...(typeof item === 'string' && isVillageItem(item) && { item }),
    ...(from !== undefined && to !== undefined && { from, to }),
    ...(typeof post === 'string' && ID.test(post) && { post }),
  };
}
