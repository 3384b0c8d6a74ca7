import { Link } from '@tanstack/react-router';
import { resultTitle, STAGE_KINDS } from '@zhaoshi/domain/dispute/dispute-results';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';
import type { DisputeRow } from './shown-dispute.ts';

/** The 案号 of a case, or what stands for it until there is one. */
export const numberOf = ({ number }: Pick<DisputeRow, 'number'>): string =>
  number === '' ? '（还没有案号）' : number;

export function DisputeLink({ row }: { readonly row: DisputeRow }): ReactNode {
  const { regionId, disputeId } = row;
  return (
    <Link to="/disputes/$regionId/$disputeId" params={{ regionId, disputeId }}>
      {numberOf(row)}
    </Link>
  );
}

/** Where the case is being heard, or how it ended. */
export function stateWords({ last }: Pick<DisputeRow, 'last'>): string {
  if (last === null) return '还没有登记审级';
  const { kind, acceptedOn, decidedOn, result } = last;
  if (result !== null && decidedOn !== null) {
    return `${STAGE_KINDS[kind]}：${resultTitle(result)}（${shownDate(decidedOn)}）`;
  }
  return acceptedOn === null
    ? `${STAGE_KINDS[kind]}：还没有受理（立案）`
    : `${STAGE_KINDS[kind]}：${shownDate(acceptedOn)}受理（立案），没有审结`;
}

/** Until when the organ owes something. */
export function DisputeDue({ dueOn }: { readonly dueOn: string | null }): ReactNode {
  if (dueOn === null) return null;
  const isLate = dueOn < civilDateAt(new Date());
  return (
    <Tag color={isLate ? 'error' : 'warning'}>
      {isLate ? '已过期限' : '期限'}：{shownDate(dueOn)}
    </Tag>
  );
}
