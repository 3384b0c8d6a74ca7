import { useNavigate } from '@tanstack/react-router';
import { organRoutes } from '@zhaoshi/contract/routes/organs';
import { LEVELS, levelUnder, TREE_KINDS, type TreeKind } from '@zhaoshi/domain/organ/tree';
import { Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useChange } from '../../app/use-route.ts';
import { required } from '../../ui/required.ts';
import { FormDialog } from './form-dialog.tsx';
import { kindsBelow } from './kinds-below.ts';
import { DayField, SlugField } from './new-organ-fields.tsx';
import { type ShownOrgan, today } from './shown-organ.ts';
import { useOutcome } from './use-outcome.ts';

interface Values {
  readonly name: string;
  readonly kind: TreeKind;
  readonly slug: string;
  readonly validFrom: string;
}

/** Sets up an organ, or enters a village, under the one shown. */
export function CreateOrgan({ organ, onClose }: { organ: ShownOrgan; onClose: () => void }): ReactNode {
  const { regionId, organId, name, level, kind: parentKind } = organ;
  const kinds = kindsBelow(parentKind);
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form);
  const create = useChange(organRoutes.create, { also: ['desk', 'reportingUnit'] });
  const navigate = useNavigate();
  const outcome = useOutcome<ShownOrgan>(form, '已设立', (made) => {
    onClose();
    void navigate({
      to: '/organs/$regionId/$organId',
      params: { regionId: made.regionId, organId: made.organId },
    });
  });
  const isVillage = kind === 'village';
  return (
    <FormDialog<Values>
      title={`在${name}之下设立`}
      confirm="设立"
      form={form}
      initialValues={{ validFrom: today(), ...(kinds.length === 1 && { kind: kinds[0] as TreeKind }) }}
      running={create}
      onSubmit={(body) => create.mutate({ request: { params: { regionId, organId }, body } }, outcome)}
      onClose={onClose}
      consequence={
        <>
          <p>
            设立后，{name}之下增加一个
            {kind === undefined ? '机关' : `${LEVELS[levelUnder(kind, level)]}的${TREE_KINDS[kind]}`}
            ，自设立日期起列入公开网站；没有另行设定的设置沿用{name}的。
          </p>
          {!isVillage && <p>随后请填写其联系方式和工作机构，授予工作人员任职，并核对年报报送单位名单。</p>}
        </>
      }
    >
      <Form.Item name="name" label="全称" rules={required('请填写名称')}>
        <Input maxLength={100} autoComplete="off" autoFocus />
      </Form.Item>
      <Form.Item name="kind" label="类别" rules={required('请选择类别')}>
        <Select options={kinds.map((value) => ({ value, label: TREE_KINDS[value] }))} />
      </Form.Item>
      <SlugField name="slug" label="网址名" />
      <DayField name="validFrom" label="设立日期" />
    </FormDialog>
  );
}
