import { assertNever } from '../../kernel/assert-never.ts';
import type { TreeKind } from '../../organ/tree.ts';
import type { DocumentKind } from '../document-kind.ts';

/**
 * Whether an organ runs a gazette (政府公报): governments of provinces and cities have to, counties may, departments,
 * townships and all others do not (publication.md §12).
 */
export function refuseGazette(kind: TreeKind): string | null {
  switch (kind) {
    case 'provinceGovernment':
    case 'cityGovernment':
    case 'countyGovernment':
      return null;
    case 'governmentOrgan':
      return '政府公报由人民政府主办，请在人民政府名下编印；办公厅（室）不另办公报。';
    case 'department':
      return '部门不办政府公报。拟登公报的文件，请送本级人民政府的公报编辑机构。';
    case 'township':
    case 'subdistrictOffice':
      return '乡镇、街道不办政府公报。';
    case 'village':
      return '村（居）民委员会不办政府公报。';
    default:
      return assertNever(kind);
  }
}

/** What a gazette prints: the government's own rules and normative documents (publication.md §12). */
export const GAZETTE_KINDS: readonly DocumentKind[] = ['administrativeRule', 'normativeDocument'];

/** Name and number of an issue, as its cover says them. */
export interface GazetteNumber {
  readonly year: number;
  /** Within the year, from 1. */
  readonly number: number;
  /** Over all years; `null` where none is kept. */
  readonly total: number | null;
}

export const gazetteName = (government: string): string => `${government}公报`;

export const gazetteNumberWords = ({ year, number }: GazetteNumber): string => `${year}年第${number}号`;

export const gazetteTotalWords = ({ total }: GazetteNumber): string =>
  total === null ? '' : `总第${total}号`;
