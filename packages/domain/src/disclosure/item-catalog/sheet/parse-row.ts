import { parseChoice, parseSheetDate } from '../../../application/register-sheet/sheet-values.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import type { Audience } from '../../disclosure-class.ts';
import type { CatalogItem, ItemLevel } from '../catalog-item.ts';
import { readChannels } from '../channels.ts';
import { splitElements } from '../elements.ts';
import { parsePeriodWording } from '../period-wording.ts';
import { PILOT_FIELD_IDS, type PilotFieldId } from '../pilot-fields.ts';
import {
  CATALOG_COLUMN_IDS,
  CATALOG_COLUMNS,
  type CatalogColumnId,
  type CatalogSheetColumn,
  type CatalogSheetRow,
  FIELD_CHOICES,
  levelsIn,
} from './columns.ts';

/** What an import sets for rows that do not say it themselves. */
export interface CatalogDefaults {
  readonly field: PilotFieldId | null;
  readonly validFrom: CivilDate;
  readonly levels: readonly ItemLevel[];
  /** Code of a row without one: its place in the sheet, as a text. */
  readonly code: string;
}

export interface ParsedCatalogRow {
  readonly item: CatalogItem;
  /** What was read another way than it is written, or not understood; the row is taken all the same. */
  readonly notes: readonly string[];
}

// Characters that cannot be seen; line ends are part of a text.
const UNSEEN = /[\p{Cf}\p{Cc}]/u;

function audienceOf(text: string): Audience | undefined {
  if (/^(?:全社会|社会公众?|面向(?:全)?社会|公众|不限)$/.test(text.replaceAll(/\s/g, ''))) return 'public';
  return /特定/.test(text) ? 'specificGroup' : undefined;
}

function classOf(text: string): CatalogItem['disclosureClass'] | undefined {
  const plain = text.replaceAll(/\s/g, '');
  if (/^主动(?:公开)?(?:、依申请公开)?$/.test(plain)) return 'proactive';
  return /^依申请(?:公开)?$/.test(plain) ? 'onApplication' : undefined;
}

/** What is wrong with a cell by itself; `null` when nothing is. */
function faultOf(id: CatalogColumnId, value: string): string | null {
  const { title, kind, required, longest }: CatalogSheetColumn = CATALOG_COLUMNS[id];
  if (value === '') return required ? `${title}没有填写。` : null;
  if (kind === 'date' && parseSheetDate(value) === undefined) {
    return `${title}“${value}”不是日期，应写成 2025-03-01。`;
  }
  if (id === 'field' && parseChoice(value, FIELD_CHOICES) === undefined) {
    return `${title}“${value}”不认识，可填26个试点领域之一，或者空着。`;
  }
  if (id === 'audience' && audienceOf(value) === undefined) {
    return `${title}“${value}”不认识，可填：全社会、特定群体。`;
  }
  if (id === 'disclosureClass' && classOf(value) === undefined) {
    return `${title}“${value}”不认识，可填：主动公开、依申请公开。不予公开的不列入目录。`;
  }
  if (id === 'levels' && levelsIn(value).length === 0) {
    return `${title}“${value}”不认识，可填：县级、乡级、村级。`;
  }
  if (Array.from(value).length > longest) return `${title}超过 ${longest} 字。`;
  return UNSEEN.test(value.replaceAll(/[\r\n\t]/g, '')) ? `${title}含有看不见的字符，请重新录入。` : null;
}

/** Faults that two cells make together. */
function togetherFaults(row: CatalogSheetRow, { validFrom }: CatalogDefaults): readonly string[] {
  const from = parseSheetDate(row.validFrom) ?? validFrom;
  const to = parseSheetDate(row.validTo);
  return to !== undefined && to < from ? [`失效日期（${to}）不能早于生效日期（${from}）。`] : [];
}

const linesIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[\n；;]/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

function notesOn(
  row: CatalogSheetRow,
  unknownChannels: readonly string[],
  item: CatalogItem,
): readonly string[] {
  const period = parsePeriodWording(row.publicationPeriod);
  const isGroupUnnamed = item.audience === 'specificGroup' && item.audienceWords === '';
  return [
    ...(period.kind === 'unparsed' ? [`公开时限“${period.words}”不能识别，按原文显示，不计算到期日。`] : []),
    ...(unknownChannels.length === 0
      ? []
      : [`公开渠道“${unknownChannels.join('、')}”不在渠道清单内，归入“其他”。`]),
    ...(row.audience === '' ? ['公开对象没有填写，按全社会。'] : []),
    ...(row.disclosureClass === '' ? ['公开方式没有填写，按主动公开。'] : []),
    ...(row.levels === '' && item.levels.length > 0 ? ['公开层级没有填写，按导入时的选择。'] : []),
    ...(isGroupUnnamed ? ['公开对象为特定群体，没有写明是谁。'] : []),
  ];
}

function itemOf(row: CatalogSheetRow, defaults: CatalogDefaults): ParsedCatalogRow {
  const { channels, unknown } = readChannels(row.channels);
  const isOther = unknown.length > 0 && !channels.must.includes('other') && !channels.may.includes('other');
  const otherWords = [channels.otherWords, ...unknown].filter((words) => words !== '').join('、');
  const item: CatalogItem = {
    code: row.code === '' ? defaults.code : row.code,
    field:
      PILOT_FIELD_IDS.find((id) => id === parseChoice(row.field, FIELD_CHOICES)) ??
      (row.field === '' ? defaults.field : null),
    level1: row.level1,
    level2: row.level2,
    contentElements: splitElements(row.contentElements),
    basis: linesIn(row.basis),
    publicationPeriod: row.publicationPeriod,
    responsibleOrgan: row.responsibleOrgan,
    channels: { ...channels, may: isOther ? [...channels.may, 'other'] : channels.may, otherWords },
    audience: audienceOf(row.audience) ?? 'public',
    audienceWords: row.audienceWords,
    disclosureClass: classOf(row.disclosureClass) ?? 'proactive',
    levels: row.levels === '' ? defaults.levels : levelsIn(row.levels),
    validFrom: parseSheetDate(row.validFrom) ?? defaults.validFrom,
    validTo: parseSheetDate(row.validTo) ?? null,
  };
  return { item, notes: notesOn(row, unknown, item) };
}

/** Understands a row in the columns of the template, or tells everything that is wrong with it. */
export function parseCatalogRow(
  row: CatalogSheetRow,
  defaults: CatalogDefaults,
): Result<ParsedCatalogRow, readonly string[]> {
  const faults = [
    ...CATALOG_COLUMN_IDS.flatMap((id) => faultOf(id, row[id]) ?? []),
    ...togetherFaults(row, defaults),
  ];
  return faults.length > 0 ? err(faults) : ok(itemOf(row, defaults));
}
