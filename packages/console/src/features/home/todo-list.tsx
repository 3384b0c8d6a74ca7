import { Link } from '@tanstack/react-router';
import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { daysUntil, shownDate } from '../../app/moments.ts';
import { placeOfTodo, type TodoItem } from '../../app/places.ts';
import { useSession } from '../../app/session.ts';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

/** From so many days before its date on a matter counts as near. */
const NEAR_DAYS = 7;

function Due({ item: { dueOn, isOverdue } }: { readonly item: TodoItem }): ReactNode {
  if (dueOn === null) return <span className="quiet">尽快</span>;
  const days = daysUntil(dueOn, new Date());
  return (
    <>
      <span className="figures">{shownDate(dueOn)}</span>
      {isOverdue ? (
        <Tag color="error">已逾期 {-days} 天</Tag>
      ) : (
        <Tag color={days <= NEAR_DAYS ? 'warning' : 'default'}>
          {days === 0 ? '今天到期' : `还有 ${days} 天`}
        </Tag>
      )}
    </>
  );
}

function Summary({ items }: { readonly items: readonly TodoItem[] }): ReactNode {
  const overdue = items.filter(({ isOverdue }) => isOverdue).length;
  const near = items.filter(
    ({ dueOn, isOverdue }) => dueOn !== null && !isOverdue && daysUntil(dueOn, new Date()) <= NEAR_DAYS,
  ).length;
  return (
    <dl className="summary">
      <div>
        <dt>待办</dt>
        <dd>{items.length}</dd>
      </div>
      <div className={overdue > 0 ? 'late' : undefined}>
        <dt>已逾期</dt>
        <dd>{overdue}</dd>
      </div>
      <div>
        <dt>{NEAR_DAYS} 天内到期</dt>
        <dd>{near}</dd>
      </div>
    </dl>
  );
}

/** What waits for the person in the organ they act in, the nearest date first. */
export function TodoList(): ReactNode {
  const { account } = useSession();
  const { data, error } = useRead(deskRoutes.todo, {});
  if (data === undefined) return error === null ? <Loading /> : <ProblemAlert error={error} />;
  return (
    <>
      <Summary items={data.items} />
      <section className="card">
        <h2>待办事项</h2>
        {data.items.length === 0 ? (
          <p className="quiet">没有待办事项。</p>
        ) : (
          <ul className="rows">
            {data.items.map((item) => (
              <li key={`${item.kind} ${item.title}`}>
                <span>
                  <Link {...placeOfTodo(item, account.accountId)}>{item.title}</Link>
                  {item.law !== '' && <small className="quiet">依据：{item.law}</small>}
                </span>
                <span className="due">
                  <Due item={item} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
