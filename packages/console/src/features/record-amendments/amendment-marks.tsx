import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { recordAmendmentRoutes } from '@zhaoshi/contract/routes/record-amendments';
import { AMENDMENT_STATUSES } from '@zhaoshi/domain/application/record-amendment';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';

type Row = RouteOutput<typeof recordAmendmentRoutes.list>['items'][number];

/** Until when it has to be decided, in words beside the colour. */
export function AmendmentDue({
  row: { dueOn, isOverdue, isProvisional },
}: {
  readonly row: Pick<Row, 'dueOn' | 'isOverdue' | 'isProvisional'>;
}): ReactNode {
  return (
    <>
      <span className="figures">{shownDate(dueOn)}</span>
      {isOverdue && <Tag color="error">已逾期</Tag>}
      {isProvisional && <small className="quiet">暂定，放假安排公布后可能变动</small>}
    </>
  );
}

export function AmendmentState({
  row: { status, decidedOn },
}: {
  readonly row: Pick<Row, 'status' | 'decidedOn'>;
}): ReactNode {
  return (
    <>
      {AMENDMENT_STATUSES[status]}
      {decidedOn !== null && <small className="under quiet">{shownDate(decidedOn)}</small>}
    </>
  );
}
