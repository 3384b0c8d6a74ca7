import {
  type NormativeRegister,
  normativeRegister,
  type PublishedNormative,
  type StatedRelation,
} from '@zhaoshi/domain/statistics/recorded-documents';
import type { Kysely } from 'kysely';
import type { OrganIds } from '../../db/queries/organs.ts';
import {
  type ActingRow,
  type PublishedRow,
  publishedNormative,
  type RecordRow,
  recordOf,
  recordsOfOrgan,
  statedRelations,
} from '../../db/queries/statistics-normative.ts';
import type { Schema } from '../../db/schema.ts';

/** The register of an organ, with the rows that it was made of by their ids. */
export interface OrganRegister {
  readonly register: NormativeRegister;
  readonly published: ReadonlyMap<string, PublishedRow>;
  readonly records: ReadonlyMap<string, RecordRow>;
  /** Documents that act upon others. */
  readonly acting: ReadonlyMap<string, ActingRow>;
}

/** What the register of an organ is made of: its published documents, its records, and what documents of the region do. */
export async function registerParts(database: Kysely<Schema>, ids: OrganIds) {
  return {
    published: await publishedNormative(database, ids),
    records: await recordsOfOrgan(database, ids),
    stated: await statedRelations(database, ids.regionId),
  };
}

/** One register out of its parts. */
export const registerOf = ({
  published,
  records,
  stated,
}: {
  readonly published: readonly PublishedNormative[];
  readonly records: readonly RecordRow[];
  readonly stated: readonly StatedRelation[];
}): NormativeRegister => normativeRegister(published, records.map(recordOf), stated);

/** The register of 规章 and normative documents: what was published here, and what was entered by hand. */
export async function organRegister(database: Kysely<Schema>, ids: OrganIds): Promise<OrganRegister> {
  const parts = await registerParts(database, ids);
  return {
    register: registerOf(parts),
    published: new Map(parts.published.map((row) => [row.documentId, row])),
    records: new Map(parts.records.map((row) => [row.record_id, row])),
    acting: new Map(parts.stated.map((row) => [row.documentId, row])),
  };
}
