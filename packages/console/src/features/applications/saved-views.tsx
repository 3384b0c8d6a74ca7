import { CloseOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { savedViewRoutes } from '@zhaoshi/contract/routes/saved-views';
import { App, Button, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useChange, useRead } from '../../app/use-route.ts';
import { ConfirmChange } from '../../ui/confirm-change.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { filterOf, isNarrowed, searchOf } from './register-filter.ts';
import { type RegisterSearch, registerSearch } from './register-search.ts';

type SavedView = RouteOutput<typeof savedViewRoutes.list>['items'][number];

interface Values {
  readonly name: string;
}

const isSame = (one: RegisterSearch, other: RegisterSearch): boolean => {
  const sorted = (search: RegisterSearch) =>
    JSON.stringify(Object.entries(search).toSorted(([a], [b]) => a.localeCompare(b)));
  return sorted(one) === sorted(other);
};

function SaveView({ search, onClose }: { readonly search: RegisterSearch; readonly onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const save = useChange(savedViewRoutes.save);
  const { message } = App.useApp();
  const submit = ({ name }: Values): void =>
    save.mutate(
      { request: { body: { name, filter: filterOf(search) } } },
      {
        onSuccess: () => {
          onClose();
          void message.success('视图已保存');
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <ConfirmChange
      open
      title="保存当前条件为视图"
      confirm="保存"
      busy={save.isPending}
      error={save.error}
      onConfirm={form.submit}
      onCancel={onClose}
    >
      <p>以后点视图的名称就能按同样的条件查看。视图只有您自己看得到；“申请人”一栏的内容不保存。</p>
      <Form<Values> form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item
          name="name"
          label="视图名称"
          rules={[{ required: true, whitespace: true, message: '请填写视图名称' }]}
        >
          <Input maxLength={40} autoComplete="off" autoFocus placeholder="例如：我经办的逾期申请" />
        </Form.Item>
      </Form>
    </ConfirmChange>
  );
}

function RemoveView({
  view,
  onClose,
}: {
  readonly view: SavedView;
  readonly onClose: () => void;
}): ReactNode {
  const remove = useChange(savedViewRoutes.remove);
  return (
    <ConfirmChange
      open
      title={`删除视图“${view.name}”`}
      confirm="删除"
      grave
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() =>
        remove.mutate({ request: { params: { viewId: view.viewId } } }, { onSuccess: onClose })
      }
      onCancel={onClose}
    >
      <p>只删除这组筛选条件，登记簿中的申请不受影响。</p>
    </ConfirmChange>
  );
}

/** Filters that the person keeps under names. */
export function SavedViews({ search }: { readonly search: RegisterSearch }): ReactNode {
  const { data } = useRead(savedViewRoutes.list, {});
  const [saving, setSaving] = useState(false);
  const [removing, setRemoving] = useState<SavedView | null>(null);
  const views = data?.items ?? [];
  const current = registerSearch({ ...search });
  const isKept = views.some(({ filter }) => isSame(searchOf(filter), current));
  const canKeep = isNarrowed(search) && !isKept;
  if (views.length === 0 && !canKeep) return null;
  return (
    <div className="saved-views">
      {views.length > 0 && (
        <nav aria-label="我的视图">
          <ul>
            {views.map((view) => (
              <li key={view.viewId}>
                <Link
                  to="/applications"
                  search={searchOf(view.filter)}
                  activeOptions={{ exact: true }}
                  className={isSame(searchOf(view.filter), current) ? 'chosen' : undefined}
                >
                  {view.name}
                </Link>
                <Button
                  type="text"
                  size="small"
                  icon={<CloseOutlined aria-hidden />}
                  aria-label={`删除视图“${view.name}”`}
                  onClick={() => setRemoving(view)}
                />
              </li>
            ))}
          </ul>
        </nav>
      )}
      {canKeep && (
        <Button type="link" onClick={() => setSaving(true)}>
          保存当前条件为视图
        </Button>
      )}
      {saving && <SaveView search={search} onClose={() => setSaving(false)} />}
      {removing !== null && <RemoveView view={removing} onClose={() => setRemoving(null)} />}
    </div>
  );
}
