import { openedCell } from '@zhaoshi/domain/annual-report/analysis/chart';
import {
  PEER_MEASURES,
  type PeerMeasure,
  peerFinding,
  peerValue,
  placeAmong,
  type Spread,
  spreadOf,
} from '@zhaoshi/domain/annual-report/analysis/peers';
import type { CellId } from '@zhaoshi/domain/annual-report/ids';
import { isOrganInLaw, LEVELS, TREE_KINDS } from '@zhaoshi/domain/organ/tree';
import type { Kysely } from 'kysely';
import { findOrgan, type OrganRow } from '../../db/queries/organs.ts';
import { listNaming, type PeerRow, peerRows } from '../../db/queries/report-analysis.ts';
import type { ReportKey } from '../../db/queries/report-work.ts';
import type { Schema } from '../../db/schema.ts';
import { keptCells } from './analysis-years.ts';

/** An organ beside others by one measure. */
export interface ReportPeerMeasure extends Pick<PeerMeasure, 'id' | 'name' | 'unit' | 'definition'> {
  readonly finding: string;
  readonly own: number | null;
  readonly place: number | null;
  readonly spread: Spread | null;
  readonly cell: CellId;
}

/** An organ beside others of its kind and level on the list that names it. */
export interface ReportPeers {
  readonly organ: OrganRow;
  readonly kind: string;
  /** `null`: it is on no list of the year. */
  readonly list: { readonly name: string; readonly path: string } | null;
  readonly measures: readonly ReportPeerMeasure[];
  /** For those who receive their reports only. */
  readonly units: readonly { readonly row: PeerRow; readonly values: readonly (number | null)[] }[];
}

/** @returns `null`: there is no such organ within reach, or it makes no reports */
export async function loadPeers(
  database: Kysely<Schema>,
  key: ReportKey,
  reaches: (path: string) => boolean,
): Promise<ReportPeers | null> {
  const organ = await findOrgan(database, key);
  if (organ === undefined || !isOrganInLaw(organ.kind) || !reaches(organ.path)) return null;
  const { kind, level } = organ;
  const list = (await listNaming(database, key, key.reportYear)) ?? null;
  const rows =
    list === null
      ? []
      : await peerRows(database, { regionId: list.region_id, reportYear: key.reportYear, kind, level });
  const reports = rows.map((row) => ({ row, cells: keptCells(row) }));
  const own = reports.find(({ row }) => row.organ_id === key.organId && row.region_id === key.regionId);
  const measures = PEER_MEASURES.map((measure): ReportPeerMeasure => {
    const values = reports.map(({ cells }) => peerValue(measure, cells));
    const value = own === undefined ? null : peerValue(measure, own.cells);
    const spread = spreadOf(values);
    const place = value === null || spread === null ? null : placeAmong(value, values);
    const { id, name, unit, definition } = measure;
    const finding = peerFinding(measure, { own: value, place, spread });
    return {
      id,
      name,
      unit,
      definition,
      finding,
      own: value,
      place,
      spread,
      cell: openedCell(own?.cells ?? {}, measure.cells),
    };
  });
  return {
    organ,
    kind: `${TREE_KINDS[kind]}（${LEVELS[level]}）`,
    list,
    measures,
    units: reports.map(({ row, cells }) => ({
      row,
      values: PEER_MEASURES.map((measure) => peerValue(measure, cells)),
    })),
  };
}
