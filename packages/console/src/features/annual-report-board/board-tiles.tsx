import { Link } from '@tanstack/react-router';
import { BOARD_STATES } from '@zhaoshi/domain/annual-report/work/board';
import type { ReactNode } from 'react';
import { type BoardUnit, daysWords, isLate, keyOf } from './board-rows.ts';

/** Every unit as a tile whose edge and words tell where it stands; the table below says the same in full. */
export function BoardTiles({
  units,
  reportYear,
}: {
  readonly units: readonly BoardUnit[];
  readonly reportYear: number;
}): ReactNode {
  return (
    <ul className="report-tiles" aria-label="各单位状态">
      {units.map((unit) => (
        <li key={keyOf(unit)} className={`report-tile tile-${unit.state}${isLate(unit) ? ' tile-late' : ''}`}>
          <Link
            to="/annual-reports/$regionId/$organId/$year"
            params={{ regionId: unit.regionId, organId: unit.organId, year: String(reportYear) }}
          >
            <strong>{unit.name}</strong>
            <span>{BOARD_STATES[unit.state]}</span>
            {unit.daysLeft !== null && (
              <small className={isLate(unit) ? 'late' : ''}>{daysWords(unit)}</small>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
