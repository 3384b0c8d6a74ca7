import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { asProblem } from '../app/problem.ts';

interface Props {
  /** Any error; nothing is shown for `null`. */
  readonly error: unknown;
  /** Instead of the problem's own title. */
  readonly title?: string;
}

/** What happened, what was kept and what to do next; read out when it appears. */
export function ProblemAlert({ error, title }: Props): ReactNode {
  if (error === null || error === undefined) return null;
  const { told } = asProblem(error);
  // What is said of the whole is not said again of its one place.
  const errors = told.errors?.filter(({ message }) => message !== told.detail) ?? [];
  return (
    <Alert
      className="problem"
      type="error"
      showIcon
      role="alert"
      title={title ?? told.title}
      description={
        <>
          {told.detail !== undefined && <p>{told.detail}</p>}
          {errors.length > 0 && (
            <ul>
              {errors.map(({ pointer, message }) => (
                <li key={`${pointer} ${message}`}>{message}</li>
              ))}
            </ul>
          )}
          <p>{told.advice}</p>
          {told.requestId !== undefined && <p className="quiet">请求编号：{told.requestId}</p>}
        </>
      }
    />
  );
}
