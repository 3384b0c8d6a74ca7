import { calendarRoutes } from '@zhaoshi/contract/routes/calendars';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useChange } from '../../app/use-route.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownChange, ShownYear } from './calendar-types.ts';
import { ChangePreview } from './change-preview.tsx';

interface Props {
  readonly proposal: NonNullable<ShownYear['proposal']>;
  readonly params: { readonly regionId: string; readonly organId: string; readonly year: number };
  readonly onConfirmed: (change: ShownChange) => void;
}

/** A change that waits for a second person: who wants it, what it would move, and what may be done with it. */
export function WaitingChange({ proposal, params, onConfirmed }: Props): ReactNode {
  const { proposalId, proposedBy, proposedAt, isOwn, change } = proposal;
  const confirm = useChange(calendarRoutes.confirmYear, { also: ['desk'] });
  const withdraw = useChange(calendarRoutes.withdrawYear, { also: ['desk'] });
  const { message } = App.useApp();
  const request = { params: { ...params, proposalId } };
  return (
    <section className="card">
      <h2>等待确认的修改</h2>
      <p>
        {proposedBy}于{shownMoment(proposedAt)}提出，还没有生效。
        {isOwn && '修改会移动法定期限，须由另一名能维护工作日历的人确认。'}
      </p>
      {change !== null && <ChangePreview change={change} />}
      <ProblemAlert error={confirm.error ?? withdraw.error} />
      <p className="actions form-end">
        {!isOwn && (
          <Button
            type="primary"
            loading={confirm.isPending}
            onClick={() =>
              confirm.mutate({ request }, { onSuccess: ({ change: made }) => onConfirmed(made) })
            }
          >
            确认生效并重新计算期限
          </Button>
        )}
        <Button
          loading={withdraw.isPending}
          onClick={() =>
            withdraw.mutate(
              { request },
              { onSuccess: () => void message.success(isOwn ? '已撤回' : '已退回，工作日历没有变动') },
            )
          }
        >
          {isOwn ? '撤回' : '退回'}
        </Button>
      </p>
    </section>
  );
}
