import { accountsRoutes } from '@zhaoshi/contract/routes/accounts';
import { App, Form, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import { useChange } from '../../app/use-route.ts';
import { DraftGuard } from '../../ui/draft-guard.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { isStale } from '../../ui/stale-current.ts';
import { StaleDialog } from '../../ui/stale-dialog.tsx';
import type { ShownAccount } from './shown-account.ts';

interface Values {
  readonly displayName: string;
}

/** Changes the name that is shown. */
export function EditName({ account, onClose }: { account: ShownAccount; onClose: () => void }): ReactNode {
  const { accountId } = account;
  const draft = useDraft(
    `account.edit/${accountId}`,
    account,
    ({ displayName }): Values => ({ displayName }),
  );
  const [form] = Form.useForm<Values>();
  const edit = useChange(accountsRoutes.edit);
  const { message } = App.useApp();
  const save = (body: Values, version: number): void =>
    edit.mutate(
      { request: { params: { accountId }, body }, version },
      {
        onSuccess: () => {
          draft.forget();
          onClose();
          void message.success('姓名已修改');
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <Modal
      open
      title="修改姓名"
      okText="保存"
      cancelText="取消"
      confirmLoading={edit.isPending}
      onOk={() => form.submit()}
      onCancel={() => {
        draft.forget();
        onClose();
      }}
    >
      <DraftGuard
        draft={draft}
        onDiscard={() => form.setFieldsValue({ displayName: draft.base.displayName })}
      />
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={draft.values}
        onValuesChange={(_changed, all) => draft.keep(all)}
        onFinish={(values) => save(values, draft.version)}
      >
        <Form.Item
          name="displayName"
          label="姓名"
          extra="以后的办理记录和页面显示新的姓名；审计记录按账号编号，不受影响。"
          rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}
        >
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
      </Form>
      {!isStale(edit.error) && <ProblemAlert error={edit.error} />}
      <StaleDialog
        error={edit.error}
        mine={{ ...form.getFieldsValue() }}
        labels={{ displayName: '姓名' }}
        onCancel={edit.reset}
        onResolve={(values, version) => save({ displayName: String(values['displayName']) }, version)}
      />
    </Modal>
  );
}
