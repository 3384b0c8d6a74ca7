import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ProblemAlert } from './problem-alert.tsx';
import { isStale } from './stale-current.ts';

interface Props {
  /** The save; that it was stale is told by the dialog which compares. */
  readonly edit: { readonly error: Error | null; readonly isPending: boolean };
  /** What saving brings about. */
  readonly consequence: string;
  readonly onCancel: () => void;
}

/** The end of a form that is edited in its place: what went wrong, what saving brings about, and the buttons. */
export function FormEnd({ edit, consequence, onCancel }: Props): ReactNode {
  return (
    <>
      {!isStale(edit.error) && <ProblemAlert error={edit.error} />}
      <p className="quiet">{consequence}</p>
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={edit.isPending}>
          保存
        </Button>
        <Button onClick={onCancel}>取消</Button>
      </div>
    </>
  );
}
