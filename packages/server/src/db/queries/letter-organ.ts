import type { OrganInTree } from '@zhaoshi/domain/remedy/remedy-organ';
import { type Kysely, sql } from 'kysely';
import { atOrAbove } from '../paths-upwards.ts';
import type { Schema } from '../schema.ts';
import { findDisclosureOffice } from './organ-offices.ts';
import type { OrganIds } from './organs.ts';
import { findOrganWithContact } from './organs.ts';

/** The organs at and above a path, the nearest first. */
export async function organsUpwards(database: Kysely<Schema>, path: string): Promise<readonly OrganInTree[]> {
  return await database
    .selectFrom('organ')
    .select(['kind', 'name'])
    .where(atOrAbove(path))
    .orderBy(sql`length(organ.path)`, 'desc')
    .execute();
}

const lineOf = (label: string, value: string | null | undefined): readonly string[] =>
  value === null || value === undefined || value.trim() === '' ? [] : [`${label}：${value.trim()}`];

/** Whom a letter names for questions: the disclosure office, where it says nothing the organ itself. */
export async function contactLines(database: Kysely<Schema>, ids: OrganIds): Promise<readonly string[]> {
  const { office } = await findDisclosureOffice(database, ids);
  const found = await findOrganWithContact(database, ids);
  const phone = lineOf('联系电话', office?.phone || found?.contact.phone);
  const address = lineOf('地址', office?.address || found?.contact.address);
  // A letter that names an office nobody can reach names no contact.
  if (phone.length + address.length === 0) return [];
  return [...lineOf('联系单位', office?.name), ...phone, ...address];
}
