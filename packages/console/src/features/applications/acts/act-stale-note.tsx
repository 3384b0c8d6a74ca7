import { STATUSES } from '@zhaoshi/domain/application/status';
import { TRANSITIONS } from '@zhaoshi/domain/application/transitions';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { currentOf } from '../../../ui/stale-current.ts';
import type { ShownCase } from '../shown-application.ts';
import { actOf } from '../workbench-case.ts';

interface Props {
  /** Of an act that was sent over an older version; it holds the case as it is now. */
  readonly error: unknown;
  /** The last event that the person had before them. */
  readonly since: number;
}

/** Somebody else was first: who did what, where the case stands now, and that nothing typed was lost. */
export function StaleNote({ error, since }: Props): ReactNode {
  // The route of the act answers its case.
  const current = currentOf(error) as ShownCase | null;
  if (current === null) return null;
  const meanwhile = current.events.filter(({ sequence }) => sequence > since);
  return (
    <Alert
      className="problem"
      type="warning"
      showIcon
      role="alert"
      title="刚才有人先办理了这件申请，您这一步没有办理"
      description={
        <>
          <ul>
            {meanwhile.map((event) => {
              const type = actOf(event);
              return (
                <li key={event.sequence}>
                  {event.actor}办理了“{type === null ? '登记申请' : TRANSITIONS[type].title}”。
                </li>
              );
            })}
          </ul>
          <p>
            案件现在是“{STATUSES[current.status]}
            ”，页面已显示最新情况。您填写的内容都在，请核对后再次提交；不需要再办的，请取消。
          </p>
        </>
      }
    />
  );
}
