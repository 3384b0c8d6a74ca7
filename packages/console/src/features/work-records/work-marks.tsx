import { Link } from '@tanstack/react-router';
import { WORK_STATES, type WorkState } from '@zhaoshi/domain/work-register/work-record';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { WorkRow } from './shown-work.ts';

const COLORS = { overdue: 'error', planned: 'processing', done: 'success' } as const;

export const StateMark = ({ state }: { readonly state: WorkState }): ReactNode => (
  <Tag color={COLORS[state]}>{WORK_STATES[state]}</Tag>
);

export const WorkLink = ({ row: { regionId, recordId, title } }: { readonly row: WorkRow }): ReactNode => (
  <Link to="/work-records/$regionId/$recordId" params={{ regionId, recordId }}>
    {title}
  </Link>
);
