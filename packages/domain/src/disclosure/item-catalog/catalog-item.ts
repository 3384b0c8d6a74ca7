import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Level } from '../../organ/tree.ts';
import type { Audience, DisclosureClass } from '../disclosure-class.ts';
import type { ItemChannels } from './channels.ts';
import type { PilotFieldId } from './pilot-fields.ts';

/** 公开层级 that the catalogues tick: 县级、乡级、村级. */
export const ITEM_LEVELS = ['county', 'township', 'village'] as const satisfies readonly Level[];

export type ItemLevel = (typeof ITEM_LEVELS)[number];

/**
 * A row of the 标准目录 (国办发〔2019〕54号: 名称、内容、依据、时限、主体、方式、渠道、公开对象). A document names the row that it
 * fulfils; a row without one in its period is a gap.
 */
export interface CatalogItem {
  /** Unique within a catalogue; the serial number of the sheet where it has no code. */
  readonly code: string;
  readonly field: PilotFieldId | null;
  /** 一级事项 */
  readonly level1: string;
  /** 二级事项; empty where the catalogue has only one level. */
  readonly level2: string;
  /** 公开内容（要素） */
  readonly contentElements: readonly string[];
  /** 公开依据 */
  readonly basis: readonly string[];
  /** 公开时限 as it is worded; `parsePeriodWording` says what it asks for. */
  readonly publicationPeriod: string;
  /** 公开主体 as it is named. */
  readonly responsibleOrgan: string;
  readonly channels: ItemChannels;
  readonly audience: Audience;
  /** Who the 特定群体 is, as it is worded. */
  readonly audienceWords: string;
  /** 公开方式: 主动 or 依申请. */
  readonly disclosureClass: Exclude<DisclosureClass, 'withheld'>;
  readonly levels: readonly ItemLevel[];
  readonly validFrom: CivilDate;
  /** Last day, included; `null` as long as it holds. */
  readonly validTo: CivilDate | null;
}

/** 一级事项 / 二级事项 in one line. */
export const itemTitle = ({ level1, level2 }: Pick<CatalogItem, 'level1' | 'level2'>): string =>
  level2 === '' ? level1 : `${level1} / ${level2}`;

export const isItemValidOn = (
  { validFrom, validTo }: Pick<CatalogItem, 'validFrom' | 'validTo'>,
  on: CivilDate,
): boolean => validFrom <= on && (validTo === null || on <= validTo);
