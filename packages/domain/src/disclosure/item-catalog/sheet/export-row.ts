import { AUDIENCES } from '../../disclosure-class.ts';
import type { CatalogItem } from '../catalog-item.ts';
import { channelsText } from '../channels.ts';
import { PILOT_FIELDS } from '../pilot-fields.ts';
import { CATALOG_COLUMN_IDS, type CatalogSheetRow, CLASS_CHOICES, LEVEL_CHOICES } from './columns.ts';

const rowOf = (item: CatalogItem): CatalogSheetRow => ({
  code: item.code,
  field: item.field === null ? '' : PILOT_FIELDS[item.field].title,
  level1: item.level1,
  level2: item.level2,
  contentElements: item.contentElements.join('\n'),
  basis: item.basis.join('\n'),
  publicationPeriod: item.publicationPeriod,
  responsibleOrgan: item.responsibleOrgan,
  channels: channelsText(item.channels),
  audience: AUDIENCES[item.audience],
  audienceWords: item.audienceWords,
  disclosureClass: CLASS_CHOICES[item.disclosureClass],
  levels: item.levels.map((level) => LEVEL_CHOICES[level]).join('、'),
  validFrom: item.validFrom,
  validTo: item.validTo ?? '',
});

/** The texts of an item's row, one for each of `CATALOG_HEADINGS`; read again it is the same item. */
export function exportCatalogRow(item: CatalogItem): readonly string[] {
  const row = rowOf(item);
  return CATALOG_COLUMN_IDS.map((id) => row[id]);
}
