import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { type FormVersion, TABLE_IDS, type TableId } from '@zhaoshi/domain/annual-report/ids';
import type { CellValue, CellValues } from '@zhaoshi/domain/annual-report/report';
import { WRITTEN_PARTS, type WrittenPart } from '@zhaoshi/domain/annual-report/work/report-draft';

/** The report of an organ and year as the server shows it. */
export type ShownReport = RouteOutput<typeof annualReportRoutes.read>;
/** What a draft comes to, saved or not. */
export type ShownCheck = RouteOutput<typeof annualReportRoutes.check>;
export type ShownFinding = ShownReport['findings'][number];
/** What is written and chosen of a report. */
export type DraftValues = ShownReport['draft'];

/** Cells of an answer as the rules take them: what is not given is not there. */
export const cellsOf = (cells: ShownReport['cells']): CellValues =>
  Object.fromEntries(
    Object.entries(cells).map(([id, { unit, footnote, ...cell }]): [string, CellValue] => [
      id,
      { ...cell, ...(unit !== undefined && { unit }), ...(footnote !== undefined && { footnote }) },
    ]),
  );

/** Where something stands in the report. */
export type Place = WrittenPart | TableId;

/** The parts in the order of the report. */
export const PLACES: readonly Place[] = ['preamble', 's1', 't2', 't3', 't4', 's5', 's6'];

const PLACE_OF_SECTION: Readonly<Record<string, Place>> = { s2: 't2', s3: 't3', s4: 't4' };

export const isTable = (place: Place): place is TableId => TABLE_IDS.some((table) => table === place);

export const placeTitle = (place: Place, form: FormVersion): string =>
  isTable(place) ? formTable(place, form).title : WRITTEN_PARTS[place];

/** The parts of which a finding speaks; none of one about title, signature or the report as a whole. */
export function placesOf({ cells, passage }: Pick<ShownFinding, 'cells' | 'passage'>): readonly Place[] {
  const section = passage?.section ?? '';
  const named = new Set([PLACE_OF_SECTION[section] ?? section, ...cells.map((cell) => cell.slice(0, 2))]);
  return PLACES.filter((place) => named.has(place));
}

/** The element of a part, to which lists lead. */
export const placeId = (place: Place): string => `report-${place}`;

export const cellElementId = (cell: string): string => `cell-${cell}`;

/** Brings a part, or a cell of it, before the eyes and the keyboard. */
export function goTo(id: string): void {
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}

/** Where a finding leads: its first cell, else its part. */
export function targetOf(finding: Pick<ShownFinding, 'cells' | 'passage'>): string | null {
  const [cell] = finding.cells;
  if (cell !== undefined) return cellElementId(cell);
  const [place] = placesOf(finding);
  return place === undefined ? null : placeId(place);
}
