import { POSTER_STATES, posterStateOn } from '@zhaoshi/domain/disclosure/channels/board-showing';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { writePlainSheet } from '@zhaoshi/report-files/write/xlsx/write-plain-sheet';
import type { PostingRow } from '../../db/queries/notice-boards.ts';
import { hangingPoster } from './board-postings.ts';

const COLUMNS = [
  { title: '张贴日期', width: 12 },
  { title: '公示栏', width: 24 },
  { title: '标题', width: 48 },
  { title: '发文字号', width: 20 },
  { title: '版本', width: 8 },
  { title: '张贴人', width: 12 },
  { title: '须张贴到', width: 12 },
  { title: '公示期依据', width: 24 },
  { title: '计划撤下', width: 12 },
  { title: '撤下日期', width: 12 },
  { title: '撤下人', width: 12 },
  { title: '状态', width: 18 },
  { title: '照片', width: 10 },
  { title: '备注', width: 30 },
] as const;

const photos = ({ photo_file_id, removal_photo_file_id }: PostingRow): string =>
  [photo_file_id === null ? '' : '张贴', removal_photo_file_id === null ? '' : '撤下']
    .filter((word) => word !== '')
    .join('、');

/** The register of what hung where, for the file. */
export const boardRegister = (rows: readonly PostingRow[], today: CivilDate): Promise<Uint8Array> =>
  writePlainSheet({
    name: '公示栏张贴登记簿',
    columns: COLUMNS,
    rows: rows.map((row) => [
      row.posted_on,
      row.board_place,
      row.title,
      row.document_number,
      `第${row.edition}版`,
      row.poster_name,
      row.shown_until,
      row.shown_words,
      row.planned_on,
      row.taken_down_on ?? '',
      row.remover_name ?? '',
      row.taken_down_on === null ? POSTER_STATES[posterStateOn(hangingPoster(row), today)] : '已撤下',
      photos(row),
      row.note,
    ]),
  });
