import { Link } from '@tanstack/react-router';
import { BOARD_STATES } from '@zhaoshi/domain/annual-report/work/board';
import { Button, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';
import { DataTable } from '../../ui/data-table.tsx';
import {
  type BoardUnit,
  changeWords,
  daysWords,
  findingWords,
  isAlike,
  isLate,
  keyOf,
  type ShownBoard,
} from './board-rows.ts';

interface Props {
  readonly board: ShownBoard;
  readonly units: readonly BoardUnit[];
  readonly onReview: (unit: BoardUnit) => void;
}

/** Reports that the competent department may accept or send back. */
const isReviewed = ({ state }: BoardUnit): boolean => state === 'submitted' || state === 'accepted';

function Changes({ unit }: { readonly unit: BoardUnit }): ReactNode {
  const words = changeWords(unit);
  if (words.length === 0) return '—';
  return (
    <ul className="board-changes">
      {words.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}

/** The board as a table: everything that the tiles say, and what they have no room for. */
export function BoardTable({ board, units, onReview }: Props): ReactNode {
  const { reportYear, alikeLimit } = board;
  const columns: TableColumnsType<BoardUnit> = [
    {
      title: '单位',
      width: '13rem',
      render: (_value, { regionId, organId, name }) => (
        <Link
          to="/annual-reports/$regionId/$organId/$year"
          params={{ regionId, organId, year: String(reportYear) }}
        >
          {name}
        </Link>
      ),
    },
    {
      title: '状态',
      width: '7rem',
      render: (_value, { state, edition }) =>
        `${BOARD_STATES[state]}${edition > 1 ? `（第 ${edition} 版）` : ''}`,
    },
    {
      title: '期限',
      width: '9rem',
      render: (_value, unit) => (
        <>
          {unit.dueOn === null ? '—' : shownDate(unit.dueOn)}
          <br />
          <small className={isLate(unit) ? 'late' : 'quiet'}>{daysWords(unit)}</small>
        </>
      ),
    },
    { title: '校验结果', width: '10.5rem', render: (_value, unit) => findingWords(unit) },
    { title: '较上年变化最大', render: (_value, unit) => <Changes unit={unit} /> },
    {
      title: '文字最相近',
      width: '10rem',
      render: (_value, unit) =>
        unit.alike === null ? (
          '—'
        ) : (
          <span className={isAlike(unit, alikeLimit) ? 'late' : ''}>
            {unit.alike.name} {unit.alike.percent}%
          </span>
        ),
    },
    {
      title: '办理',
      width: '7rem',
      render: (_value, unit) =>
        isReviewed(unit) ? (
          <Button onClick={() => onReview(unit)} aria-label={`审核${unit.name}`}>
            审核
          </Button>
        ) : unit.remindedOn === null ? null : (
          <small className="quiet">{shownDate(unit.remindedOn)}提醒过</small>
        ),
    },
  ];
  return (
    <DataTable
      caption={`${reportYear}年度报送情况`}
      pages={{ items: units, page: 1, isLoading: false, error: null, previous: null, next: null }}
      columns={columns}
      keyOf={keyOf}
      empty="没有符合条件的单位。"
    />
  );
}
