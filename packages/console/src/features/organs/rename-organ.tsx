import { organRoutes } from '@zhaoshi/contract/routes/organs';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useChange } from '../../app/use-route.ts';
import { required } from '../../ui/required.ts';
import { FormDialog } from './form-dialog.tsx';
import type { ShownOrgan } from './shown-organ.ts';
import { useOutcome } from './use-outcome.ts';

interface Values {
  readonly name: string;
}

/** Gives the organ another name. */
export function RenameOrgan({ organ, onClose }: { organ: ShownOrgan; onClose: () => void }): ReactNode {
  const { regionId, organId, name, contact, version } = organ;
  const [form] = Form.useForm<Values>();
  const edit = useChange(organRoutes.edit, { also: ['desk', 'session', 'reportingUnit'] });
  const outcome = useOutcome<ShownOrgan>(form, '已改名', onClose);
  return (
    <FormDialog<Values>
      title={`${name}改名`}
      confirm="改名"
      form={form}
      initialValues={{ name }}
      running={edit}
      onSubmit={(values) =>
        edit.mutate(
          { request: { params: { regionId, organId }, body: { name: values.name, contact } }, version },
          outcome,
        )
      }
      onClose={onClose}
      consequence={
        <>
          <p>保存后，公开网站和各处名单立即显示新名称；网址不变。审计记录留有原名称。</p>
          <p>
            只用于更正名称，或者机关性质、职权不变的更名。职权划转或者机构合并、分设的，请办理撤销或登记职权承接。
          </p>
        </>
      }
    >
      <Form.Item name="name" label="全称" rules={required('请填写名称')}>
        <Input maxLength={100} autoComplete="off" autoFocus />
      </Form.Item>
    </FormDialog>
  );
}
