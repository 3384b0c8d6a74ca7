import { ITEM_LEVELS } from '@zhaoshi/domain/disclosure/item-catalog/catalog-item';
import { CATALOG_CHANNELS, type ChannelId } from '@zhaoshi/domain/disclosure/item-catalog/channels';
import { PILOT_FIELDS, type PilotFieldId } from '@zhaoshi/domain/disclosure/item-catalog/pilot-fields';
import { z } from 'zod';
import { abilities, civilDate, id, moment, version } from '../fields.ts';

export const pilotField = z.enum(Object.keys(PILOT_FIELDS) as [PilotFieldId, ...PilotFieldId[]]);
const channel = z.enum(Object.keys(CATALOG_CHANNELS) as [ChannelId, ...ChannelId[]]);
const text = (longest: number) => z.string('应为文字').trim().max(longest, `不超过 ${longest} 字`);
const needed = (longest: number) => text(longest).min(1, '不能为空');

/** What a row of the catalogue says (国办发〔2019〕54号); its field and code name it and are not changed. */
export const catalogContent = z.strictObject({
  level1: needed(200),
  level2: text(200),
  contentElements: z.array(needed(500)).min(1, '至少一项').max(100, '不超过 100 项'),
  basis: z.array(needed(500)).max(100, '不超过 100 项'),
  publicationPeriod: needed(500),
  responsibleOrgan: needed(300),
  channels: z.strictObject({ must: z.array(channel), may: z.array(channel), otherWords: text(200) }),
  audience: z.enum(['public', 'specificGroup']),
  audienceWords: text(200),
  disclosureClass: z.enum(['proactive', 'onApplication']),
  levels: z.array(z.enum(ITEM_LEVELS)).max(3),
  validFrom: civilDate,
  validTo: civilDate.nullable(),
});

const namedOrgan = z.object({ organId: id, name: z.string() });

/** A row of a list of items. */
export const catalogRow = z
  .object({
    regionId: id,
    itemId: id,
    field: pilotField.nullable(),
    code: z.string(),
    level1: z.string(),
    level2: z.string(),
    publicationPeriod: z.string(),
    /** The period is understood and days are computed from it; otherwise it is only shown. */
    isPeriodUnderstood: z.boolean(),
    responsibleOrgan: z.string(),
    organs: z.array(namedOrgan),
    disclosureClass: z.enum(['proactive', 'onApplication']),
    validFrom: civilDate,
    validTo: civilDate.nullable(),
    /** Holds today. */
    isValid: z.boolean(),
  })
  .meta({ id: 'CatalogRow' });

export const catalogDetail = z
  .object({
    ...catalogRow.shape,
    content: catalogContent,
    /** Names in 公开主体 that fit no organ of the region. */
    unmatched: z.array(z.string()),
    keeperName: z.string(),
    /** All wordings, the last recorded first. */
    wordings: z.array(
      z.object({
        number: z.int(),
        content: catalogContent,
        recordedAt: moment,
        recordedBy: z.string(),
      }),
    ),
    version,
    abilities,
  })
  .meta({ id: 'CatalogItem' });

/** What became of the rows of a catalogue that was uploaded. */
export const catalogImportReport = z
  .object({
    importId: id,
    createdAt: moment,
    rows: z.int(),
    ready: z.int(),
    failed: z.int(),
    /** `null` until it is done. */
    imported: z.int().nullable(),
    /** Of the rows that can be or were imported. */
    added: z.int(),
    changed: z.int(),
    same: z.int(),
    /** Rows whose 公开主体 fits no organ; they are imported and wait for a person. */
    withoutOrgan: z.int(),
    failures: z.array(z.object({ row: z.int(), reasons: z.array(z.string()) })),
    /** What was read another way than it is written; those rows are taken all the same. */
    notes: z.array(z.object({ row: z.int(), notes: z.array(z.string()) })),
    unmatched: z.array(z.string()),
    unknownColumns: z.array(z.string()),
  })
  .meta({ id: 'CatalogImport' });
