import type { CivilDate } from '../../kernel/civil-date.ts';
import type { TableId } from '../ids.ts';
import type { LookedUp } from './elsewhere.ts';

/** Where a table's figures come from: counted from the registers (of a region: summed from its members), or typed. */
export type TableSource = 'counted' | 'typed';

/** The parts that are written; the tables make parts two to four. Paragraphs are parted by line ends. */
export const WRITTEN_PARTS = {
  preamble: '前言',
  s1: '一、总体情况',
  s5: '五、存在的主要问题及改进情况',
  s6: '六、其他需要报告的事项',
} as const;

export type WrittenPart = keyof typeof WRITTEN_PARTS;

export const WRITTEN_PART_IDS = Object.keys(WRITTEN_PARTS) as readonly WrittenPart[];

/**
 * What people write and choose of a report; its figures are computed. May be as incomplete as they like. Beside it, never
 * part of the report, what others publish of the year (AR-SRC-04, -05).
 */
export interface ReportDraft extends LookedUp {
  /** Texts with live fields in braces, such as “收到申请{newlyReceived}件”. */
  readonly texts: Readonly<Record<WrittenPart, string>>;
  readonly sources: Readonly<Record<TableId, TableSource>>;
  /** Figures by cell as they were typed, untouched; of counted tables only where the registers know nothing. */
  readonly typed: Readonly<Record<string, string>>;
  /** 表注 by cell (AR-CEL-03). */
  readonly footnotes: Readonly<Record<string, string>>;
  /** 落款日期; `null`: the day of the signature is put in when it is asked for. */
  readonly datedOn: CivilDate | null;
}

export const EMPTY_DRAFT: ReportDraft = {
  texts: { preamble: '', s1: '', s5: '', s6: '' },
  sources: { t2: 'counted', t3: 'counted', t4: 'counted' },
  typed: {},
  footnotes: {},
  datedOn: null,
};
