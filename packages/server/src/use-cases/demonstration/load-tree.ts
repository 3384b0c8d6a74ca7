import type { Transaction } from 'kysely';
import { findOrgan, type OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import { insertSuccession } from '../organs/add-succession.ts';
import { insertOrgan } from '../organs/insert-organ.ts';
import { insertRegion } from '../organs/insert-region.ts';
import { DEMONSTRATION, type DemonstrationOrgan, type DemonstrationRegion } from './region.ts';

/** The day from which 条例 (国务院令第711号) is in force; the organs are there for all reports under it. */
const VALID_FROM = '2019-05-15';

/** The organs of the demonstration by `<region>/<organ>`. */
export type Places = ReadonlyMap<string, OrganRow>;

export const placeOf = (places: Places, name: string): OrganRow => {
  const place = places.get(name);
  if (place === undefined) throw new Error(`no organ ${name} in the demonstration`);
  return place;
};

async function loadRegion(
  transaction: Transaction<Schema>,
  { slug, name, level, government }: DemonstrationRegion,
  below: OrganRow | null,
  newId: () => string,
): Promise<OrganRow> {
  const region = { slug, name, level, government, validFrom: VALID_FROM };
  const place = below === null ? { below, isDemonstration: true } : { below };
  const loaded = await insertRegion(transaction, region, place, newId);
  if (!loaded.ok) throw new Error(`${name}: ${JSON.stringify(loaded.error)}`);
  return loaded.value;
}

async function closeOrgan(
  transaction: Transaction<Schema>,
  organ: OrganRow,
  { on, successor }: NonNullable<DemonstrationOrgan['closed']>,
  places: Places,
  newId: () => string,
): Promise<void> {
  const heir = placeOf(places, successor);
  await transaction
    .updateTable('organ')
    .set({ valid_to: on })
    .where('region_id', '=', organ.region_id)
    .where('organ_id', '=', organ.organ_id)
    .execute();
  const succession = {
    successor: { regionId: heir.region_id, organId: heir.organ_id },
    matters: null,
    documentNumber: null,
  };
  const added = await insertSuccession(transaction, organ, succession, on, { newId, reaches: () => true });
  if (!added.ok) throw new Error(JSON.stringify(added.error));
}

/** Plants the tree: the first region at the top, the others under its government. */
export async function loadTree(transaction: Transaction<Schema>, newId: () => string): Promise<Places> {
  const places = new Map<string, OrganRow>();
  let top: OrganRow | null = null;
  for (const region of DEMONSTRATION) {
    const government = await loadRegion(transaction, region, top, newId);
    top ??= government;
    places.set(`${region.slug}/${region.government.slug}`, government);
    for (const { slug, name, kind, under } of region.organs) {
      const parent = under === undefined ? government : placeOf(places, `${region.slug}/${under}`);
      const organ = { slug, name, kind, validFrom: VALID_FROM };
      const made = await insertOrgan(transaction, organ, parent, newId());
      if (!made.ok) throw new Error(`${name}: ${JSON.stringify(made.error)}`);
      places.set(`${region.slug}/${slug}`, made.value);
    }
    for (const { slug, closed } of region.organs) {
      if (closed === undefined) continue;
      const organ = placeOf(places, `${region.slug}/${slug}`);
      const successor = `${region.slug}/${closed.successor}`;
      await closeOrgan(transaction, organ, { ...closed, successor }, places, newId);
      const ended = await findOrgan(transaction, { regionId: organ.region_id, organId: organ.organ_id });
      if (ended !== undefined) places.set(`${region.slug}/${slug}`, ended);
    }
  }
  return places;
}
