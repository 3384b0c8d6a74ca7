import { sumOf } from '../figures.ts';
import { type CellId, cellId, type RowId } from '../ids.ts';
import type { CellValues } from '../report.ts';

/** A figure by which years of an organ, or units of a year, are compared in public. */
export interface PublicFigure {
  readonly id: string;
  readonly name: string;
  /** Rows and columns that are added up; of several lists the first of which the report has a cell. */
  readonly cells: readonly (readonly CellId[])[];
}

const totals = (...rows: readonly RowId[]): readonly CellId[] => rows.map((row) => cellId(row, 'total'));

const LITIGATION = ['t4.litigationDirect', 't4.litigationAfterReconsideration'] as const;

/**
 * Tables three and four of annual-report.md §§5–6 by their groups; both forms have them. （六）其他处理 is one row on the
 * form of 2019 and three on that of 2021.
 */
export const PUBLIC_FIGURES: readonly PublicFigure[] = [
  { id: 'newly_received', name: '本年新收', cells: [totals('t3.newlyReceived')] },
  { id: 'carried_in', name: '上年结转', cells: [totals('t3.carriedIn')] },
  { id: 'granted', name: '予以公开', cells: [totals('t3.granted')] },
  { id: 'partially_granted', name: '部分公开', cells: [totals('t3.partiallyGranted')] },
  {
    id: 'refused',
    name: '不予公开',
    cells: [
      totals(
        't3.refused.stateSecret',
        't3.refused.prohibitedByLaw',
        't3.refused.securityAndStability',
        't3.refused.thirdPartyRights',
        't3.refused.internalAffairs',
        't3.refused.deliberativeProcess',
        't3.refused.enforcementFile',
        't3.refused.administrativeInquiry',
      ),
    ],
  },
  {
    id: 'unavailable',
    name: '无法提供',
    cells: [
      totals('t3.unavailable.notHeld', 't3.unavailable.requiresCreation', 't3.unavailable.stillUnclear'),
    ],
  },
  {
    id: 'not_processed',
    name: '不予处理',
    cells: [
      totals(
        't3.notProcessed.petitionOrComplaint',
        't3.notProcessed.duplicate',
        't3.notProcessed.publication',
        't3.notProcessed.excessive',
        't3.notProcessed.reconfirmation',
      ),
    ],
  },
  {
    id: 'other_handling',
    name: '其他处理',
    cells: [
      totals('t3.otherHandling'),
      totals('t3.otherHandling.correctionLapsed', 't3.otherHandling.feeUnpaid', 't3.otherHandling.other'),
    ],
  },
  { id: 'result_total', name: '办理总计', cells: [totals('t3.resultTotal')] },
  { id: 'carried_forward', name: '结转下年', cells: [totals('t3.carriedForward')] },
  { id: 'reconsideration', name: '行政复议', cells: [totals('t4.reconsideration')] },
  {
    id: 'reconsideration_rectified',
    name: '复议纠正',
    cells: [[cellId('t4.reconsideration', 'rectified')]],
  },
  { id: 'litigation', name: '行政诉讼', cells: [totals(...LITIGATION)] },
  {
    id: 'litigation_rectified',
    name: '诉讼纠正',
    cells: [LITIGATION.map((row) => cellId(row, 'rectified'))],
  },
];

/** Every cell that the figures are made of. */
export const PUBLIC_FIGURE_CELLS: readonly CellId[] = PUBLIC_FIGURES.flatMap(({ cells }) => cells.flat());

/** The figures of a report in their order; `null` where a part has no figure, which is never taken for 0. */
export const publicFiguresOf = (cells: CellValues): readonly (number | null)[] =>
  PUBLIC_FIGURES.map(({ cells: lists }) => {
    const list = lists.find((ids) => ids.some((id) => cells[id] !== undefined)) ?? [];
    return list.length === 0 ? null : sumOf({ cells }, list);
  });
