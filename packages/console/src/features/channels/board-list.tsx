import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { noticeBoardRoutes } from '@zhaoshi/contract/routes/notice-boards';
import { Checkbox, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { EntryDialog } from './entry-dialog.tsx';

export interface Organ {
  readonly regionId: string;
  readonly organId: string;
}

type Board = RouteOutput<typeof noticeBoardRoutes.list>['items'][number];

interface Values {
  readonly place: string;
  readonly keeper?: string;
  readonly isClosed?: boolean;
}

interface DialogProps {
  readonly organ: Organ;
  /** `null`: a new one. */
  readonly board: Board | null;
  readonly onClose: () => void;
}

function BoardDialog({ organ, board, onClose }: DialogProps): ReactNode {
  const [form] = Form.useForm<Values>();
  const create = useChange(noticeBoardRoutes.create);
  const edit = useChange(noticeBoardRoutes.edit);
  const ended = { onSuccess: onClose, onError: (error: Error) => showFieldErrors(form, error) };
  const submit = ({ place, keeper = '', isClosed = false }: Values): void => {
    if (board === null) create.mutate({ request: { params: organ, body: { place, keeper } } }, ended);
    else {
      const params = { regionId: board.regionId, boardId: board.boardId };
      const request = { params, body: { place, keeper, isClosed } };
      edit.mutate({ request, version: board.version }, ended);
    }
  };
  return (
    <EntryDialog<Values>
      title={board === null ? '登记公示栏' : '修改公示栏'}
      confirm="保存"
      form={form}
      initialValues={
        board === null ? {} : { place: board.place, keeper: board.keeper, isClosed: board.closedOn !== null }
      }
      running={{ isPending: create.isPending || edit.isPending, error: create.error ?? edit.error }}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item
        name="place"
        label="位置"
        rules={[{ required: true, whitespace: true, message: '请填写公示栏在哪里' }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="keeper" label="由哪个科室或者岗位管理（可以不填）">
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      {board !== null && (
        <Form.Item name="isClosed" valuePropName="checked">
          <Checkbox>停用</Checkbox>
        </Form.Item>
      )}
    </EntryDialog>
  );
}

/** The boards of the organ. */
export function BoardList({ organ }: { readonly organ: Organ }): ReactNode {
  const { abilities } = useSession();
  const { data, error } = useRead(noticeBoardRoutes.list, { params: organ });
  const [edited, setEdited] = useState<Board | 'new' | null>(null);
  return (
    <section className="card">
      <h2>本机关的公示栏</h2>
      <ProblemAlert error={error} />
      {data?.items.length === 0 && <p className="quiet">还没有登记公示栏。</p>}
      <ul className="channel-boards">
        {data?.items.map((board) => (
          <li key={board.boardId}>
            <strong>{board.place}</strong>
            <p className="quiet">
              {board.keeper !== '' && `${board.keeper}管理，`}
              {board.closedOn === null ? `张贴中 ${board.hanging} 份` : `${shownDate(board.closedOn)}停用`}
            </p>
            <AbilityButton
              size="small"
              needs="channel.manage"
              abilities={board.abilities}
              onClick={() => setEdited(board)}
            >
              修改<span className="for-readers">：{board.place}</span>
            </AbilityButton>
          </li>
        ))}
      </ul>
      <div className="channel-card">
        <AbilityButton needs="channel.manage" abilities={abilities} onClick={() => setEdited('new')}>
          登记公示栏
        </AbilityButton>
      </div>
      {edited !== null && (
        <BoardDialog organ={organ} board={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </section>
  );
}
