import { createHash } from 'node:crypto';
import {
  GUIDE_TEXT_IDS,
  type GuideData,
  type GuidePart,
  type GuideTexts,
  guideParts,
} from '@zhaoshi/domain/disclosure/guide/guide-parts';
import { statutoryColumnsFor } from '@zhaoshi/domain/disclosure/statutory-catalog/statutory-catalog';
import { PER_PAGE } from '@zhaoshi/domain/fee/tariff';
import { remedyPlacesOf } from '@zhaoshi/domain/remedy/remedy-organ';
import { caseRulesFrom } from '@zhaoshi/domain/setting/application-rules';
import { type Kysely, sql } from 'kysely';
import { organsUpwards } from '../../db/queries/letter-organ.ts';
import { findDisclosureOffice } from '../../db/queries/organ-offices.ts';
import { findOrganWithContact, type OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import { remedySettings } from '../applications/letter-facts.ts';
import { documentRules } from '../documents/document-context.ts';

/** The office of the nearest government above the organ is its competent department (条例3); `null` where there is none. */
async function competentDepartment(database: Kysely<Schema>, path: string): Promise<string | null> {
  const above = path.split('/').slice(0, -2);
  if (above.length === 0) return null;
  const found = await database
    .selectFrom('organ')
    .select('name')
    .where('kind', '=', 'governmentOrgan')
    .where('parent_id', 'in', above)
    .where('path', '<>', path)
    .where(sql<boolean>`valid_to is null or valid_to > civil_today()`)
    .orderBy(sql`length(path)`, 'desc')
    .executeTakeFirst();
  return found?.name ?? null;
}

/** The organ's data that its guide is made from. */
async function guideData(database: Kysely<Schema>, organ: OrganRow, now: Date): Promise<GuideData> {
  const ids = { regionId: organ.region_id, organId: organ.organ_id };
  const { office } = await findDisclosureOffice(database, ids);
  const found = await findOrganWithContact(database, ids);
  const { settings } = await documentRules(database, organ.path, now);
  const [own, ...above] = await organsUpwards(database, organ.path);
  return {
    organName: organ.name,
    columns: statutoryColumnsFor(organ.kind, organ.level).map(({ title }) => title),
    office: office && {
      name: office.name,
      address: office.address,
      officeHours: office.office_hours,
      phone: office.phone,
      fax: office.fax,
      email: office.email,
      website: office.website,
    },
    postcode: found?.contact.postcode ?? null,
    tariffs: { perItem: caseRulesFrom(settings).perItem, perPage: PER_PAGE },
    remedies: own === undefined ? null : remedyPlacesOf(own, above, remedySettings(settings)),
    supervisor: await competentDepartment(database, organ.path),
  };
}

export interface OrganGuide {
  readonly texts: GuideTexts;
  readonly parts: readonly GuidePart[];
  /** Of what the guide says, as it would be made now. */
  readonly sha256: string;
  /** The document made of it last. */
  readonly documentId: string | null;
  readonly composedSha256: string | null;
  readonly composedAt: Date | null;
  readonly version: number;
}

export const knownTexts = (texts: Readonly<Record<string, string | undefined>>): GuideTexts =>
  Object.fromEntries(
    GUIDE_TEXT_IDS.flatMap((id) => (texts[id] === undefined || texts[id] === '' ? [] : [[id, texts[id]]])),
  );

/** An organ's guide as it stands: its own texts, the parts made of them and of its data, and what was made of it last. */
export async function loadGuide(database: Kysely<Schema>, organ: OrganRow, now: Date): Promise<OrganGuide> {
  const row = await database
    .selectFrom('organ_guide')
    .selectAll()
    .where('region_id', '=', organ.region_id)
    .where('organ_id', '=', organ.organ_id)
    .executeTakeFirst();
  const texts = knownTexts(row?.texts ?? {});
  const parts = guideParts(await guideData(database, organ, now), texts);
  const said = parts.map(({ title, lines }) => [title, ...lines]);
  return {
    texts,
    parts,
    sha256: createHash('sha256').update(JSON.stringify(said)).digest('hex'),
    documentId: row?.document_id ?? null,
    composedSha256: row?.composed_sha256 ?? null,
    composedAt: row?.composed_at ?? null,
    version: row?.version ?? 1,
  };
}
