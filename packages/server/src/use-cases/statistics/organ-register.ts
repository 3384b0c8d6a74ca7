import { type NormativeRegister, normativeRegister } from '@zhaoshi/domain/statistics/recorded-documents';
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

/** The register of 规章 and normative documents: what was published here, and what was entered by hand. */
export async function organRegister(database: Kysely<Schema>, ids: OrganIds): Promise<OrganRegister> {
  const published = await publishedNormative(database, ids);
  const records = await recordsOfOrgan(database, ids);
  const stated = await statedRelations(database, ids.regionId);
  return {
    register: normativeRegister(published, records.map(recordOf), stated),
    published: new Map(published.map((row) => [row.documentId, row])),
    records: new Map(records.map((row) => [row.record_id, row])),
    acting: new Map(stated.map((row) => [row.documentId, row])),
  };
}
