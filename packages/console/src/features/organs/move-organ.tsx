import { organRoutes } from '@zhaoshi/contract/routes/organs';
import { mayStandUnder, TREE_KINDS } from '@zhaoshi/domain/organ/tree';
import { Form } from 'antd';
import type { ReactNode } from 'react';
import { useChange } from '../../app/use-route.ts';
import { OrganPicker, type PickedOrgan } from '../../ui/organ-picker.tsx';
import { FormDialog } from './form-dialog.tsx';
import { kindsAbove } from './kinds-below.ts';
import type { ShownOrgan } from './shown-organ.ts';
import { useOutcome } from './use-outcome.ts';

interface Values {
  readonly parentId?: PickedOrgan | null;
}

/** Puts the organ, with all below it, under another one of its region. */
export function MoveOrgan({ organ, onClose }: { organ: ShownOrgan; onClose: () => void }): ReactNode {
  const { regionId, organId, name, kind, parentId, version } = organ;
  const [form] = Form.useForm<Values>();
  const parent = Form.useWatch('parentId', form);
  const move = useChange(organRoutes.move, { also: ['desk', 'session', 'setting'] });
  const outcome = useOutcome<ShownOrgan>(form, '隶属关系已调整', onClose);
  return (
    <FormDialog<Values>
      title={`调整${name}的隶属关系`}
      confirm="调整"
      grave
      form={form}
      running={move}
      onSubmit={({ parentId: picked }) => {
        if (picked == null) return;
        move.mutate(
          { request: { params: { regionId, organId }, body: { parentId: picked.organId } }, version },
          outcome,
        );
      }}
      onClose={onClose}
      consequence={
        <>
          <p>
            调整后，{name}及其所有下级改为隶属{parent == null ? '所选机关' : parent.name}
            ，没有另行设定的设置改为沿用新的上级；原上级的管理员和主管部门不再能查看和管理它们，新上级的即时可以。
          </p>
          <p>公开网址、已公开的信息和办理记录不变。</p>
        </>
      }
    >
      <Form.Item
        name="parentId"
        label="新的上级机关"
        extra={`限本地区内；${TREE_KINDS[kind]}可以设在${kindsAbove(kind)
          .map((above) => TREE_KINDS[above])
          .join('、')}之下。`}
        rules={[{ required: true, message: '请选择新的上级机关' }]}
      >
        <OrganPicker
          needs="organ.manage"
          placeholder="输入名称的一部分"
          only={(one) =>
            one.regionId === regionId &&
            one.organId !== organId &&
            one.organId !== parentId &&
            mayStandUnder(kind, one.kind)
          }
        />
      </Form.Item>
    </FormDialog>
  );
}
