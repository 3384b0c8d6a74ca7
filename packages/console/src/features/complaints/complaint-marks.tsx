import { Link } from '@tanstack/react-router';
import { COMPLAINT_FINDINGS, COMPLAINT_STATUSES } from '@zhaoshi/domain/oversight/complaint';
import { REMEDIATION_STATUSES, type RemediationStatus } from '@zhaoshi/domain/oversight/remediation';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';
import type { ComplaintRow, OrderRow } from './shown-complaint.ts';

export function ComplaintLink({ row }: { readonly row: ComplaintRow }): ReactNode {
  const { regionId, complaintId, number } = row;
  return (
    <Link to="/complaints/$regionId/$complaintId" params={{ regionId, complaintId }}>
      {number}
    </Link>
  );
}

/** Where it stands, and what was found. */
export const complaintWords = ({ status, finding }: Pick<ComplaintRow, 'status' | 'finding'>): string =>
  finding === null
    ? COMPLAINT_STATUSES[status]
    : `${COMPLAINT_STATUSES[status]}（${COMPLAINT_FINDINGS[finding]}）`;

const STEPS = { acknowledge: '告知是否受理', result: '告知结果' } as const;

/** What is owed to the complainant next. */
export function ComplaintDue({ due }: Pick<ComplaintRow, 'due'>): ReactNode {
  if (due === null) return null;
  const { step, dueOn, isOverdue, isProvisional } = due;
  return (
    <Tag color={isOverdue ? 'error' : 'warning'}>
      {STEPS[step]}：{shownDate(dueOn)}
      {isOverdue && '，已过期'}
      {isProvisional && '（待节假日安排公布）'}
    </Tag>
  );
}

const ORDER_COLOURS: Readonly<Record<RemediationStatus, string>> = {
  issued: 'warning',
  returned: 'warning',
  reopened: 'warning',
  reported: 'processing',
  accepted: 'success',
};

export function OrderStatus({
  row,
}: {
  readonly row: Pick<OrderRow, 'status'> & { readonly isOverdue?: boolean };
}): ReactNode {
  return (
    <>
      <Tag color={ORDER_COLOURS[row.status]}>{REMEDIATION_STATUSES[row.status]}</Tag>
      {row.isOverdue === true && <Tag color="error">已过期</Tag>}
    </>
  );
}
