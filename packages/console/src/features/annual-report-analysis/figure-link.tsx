import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { cellElementId } from '../annual-reports/shown-report.ts';
import type { ShownOrgan } from './shown-analysis.ts';

interface Props {
  readonly organ: Pick<ShownOrgan, 'regionId' | 'organId'>;
  readonly reportYear: number;
  readonly cell: string;
  readonly label?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Opens the report of a year at a cell. */
export const FigureLink = ({ organ, reportYear, cell, label, className, children }: Props): ReactNode => (
  <Link
    to="/annual-reports/$regionId/$organId/$year"
    params={{ regionId: organ.regionId, organId: organ.organId, year: String(reportYear) }}
    hash={cellElementId(cell)}
    aria-label={label}
    className={className}
  >
    {children}
  </Link>
);
