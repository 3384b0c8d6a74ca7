import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

const ID = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}';
/** An organ by its id, or by its path, whose last id is its own. */
const ORGAN = new RegExp(`^(?:(?:${ID}/)*(${ID})/|(${ID}))$`);

const organIdIn = (text: string): string | undefined => {
  const found = ORGAN.exec(text);
  return found?.[1] ?? found?.[2];
};

/** All texts inside a JSON value. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Names of the organs that entries of the trail name by path or id, by the very text that names them. */
export async function namesOfOrgansIn(
  database: Kysely<Schema>,
  details: readonly unknown[],
): Promise<ReadonlyMap<string, string>> {
  const texts = [...new Set(details.flatMap(textsIn))];
  const ids = [...new Set(texts.flatMap((text) => organIdIn(text) ?? []))];
  if (ids.length === 0) return new Map();
  const organs = await database
    .selectFrom('organ')
    .select(['organ_id', 'name'])
    .where('organ_id', 'in', ids)
    .execute();
  const names = new Map(organs.map(({ organ_id, name }) => [organ_id, name]));
  return new Map(
    texts.flatMap((text) => {
      const name = names.get(organIdIn(text) ?? '');
      return name === undefined ? [] : [[text, name] as const];
    }),
  );
}

/** The names that one entry's details need. */
export const namesFor = (
  details: unknown,
  names: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    textsIn(details).flatMap((text) => {
      const name = names.get(text);
      return name === undefined ? [] : [[text, name] as const];
    }),
  );
