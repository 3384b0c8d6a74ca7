import { STATUSES, type Status } from '@zhaoshi/domain/application/status';
import { Tag } from 'antd';
import type { ReactNode } from 'react';

const COLOURS = {
  awaitingConfirmation: 'warning',
  registered: 'processing',
  awaitingCorrection: 'warning',
  processing: 'processing',
  consulting: 'warning',
  awaitingReasons: 'warning',
  awaitingPayment: 'warning',
  drafting: 'processing',
  underReview: 'processing',
  approved: 'processing',
  delivered: 'success',
  closed: 'success',
  archived: 'default',
} as const satisfies Readonly<Record<Status, string>>;

/** Where a case stands; what waits for somebody outside the office has a colour of its own. */
export const StatusTag = ({ status }: { readonly status: Status }): ReactNode => (
  <Tag color={COLOURS[status]}>{STATUSES[status]}</Tag>
);
