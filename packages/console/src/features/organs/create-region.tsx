import { useNavigate } from '@tanstack/react-router';
import { organRoutes } from '@zhaoshi/contract/routes/organs';
import { mayLieIn, type RegionLevel } from '@zhaoshi/domain/organ/tree';
import { Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useChange } from '../../app/use-route.ts';
import { required } from '../../ui/required.ts';
import { FormDialog } from './form-dialog.tsx';
import { DayField, SlugField } from './new-organ-fields.tsx';
import { type ShownOrgan, today } from './shown-organ.ts';
import { useOutcome } from './use-outcome.ts';

type LowerLevel = 'city' | 'county';

interface Values {
  readonly name: string;
  readonly slug: string;
  readonly level: LowerLevel;
  readonly government: { readonly name: string; readonly slug: string };
  readonly validFrom: string;
}

const LEVEL_WORDS: Readonly<Record<LowerLevel, string>> = {
  city: '市（设区的市、自治州）',
  county: '县（市、区）',
};

/** Whether regions can lie in one of this level, and which. */
export const levelsBelow = (level: ShownOrgan['level']): readonly LowerLevel[] =>
  (['city', 'county'] as const).filter((below) => mayLieIn(below, level as RegionLevel));

/** Sets up a lower region with its government. */
export function CreateRegion({ organ, onClose }: { organ: ShownOrgan; onClose: () => void }): ReactNode {
  const { regionId, organId, name, level, regionName } = organ;
  const levels = levelsBelow(level);
  const [form] = Form.useForm<Values>();
  const create = useChange(organRoutes.createRegion, { also: ['desk', 'reportingUnit'] });
  const navigate = useNavigate();
  const outcome = useOutcome<ShownOrgan>(form, '已设立', (made) => {
    onClose();
    void navigate({
      to: '/organs/$regionId/$organId',
      params: { regionId: made.regionId, organId: made.organId },
    });
  });
  return (
    <FormDialog<Values>
      title={`在${regionName}之下设立地区`}
      confirm="设立"
      form={form}
      initialValues={{ validFrom: today(), ...(levels.length === 1 && { level: levels[0] as LowerLevel }) }}
      running={create}
      onSubmit={(body) => create.mutate({ request: { params: { regionId, organId }, body } }, outcome)}
      onClose={onClose}
      consequence={
        <p>
          设立后，{name}
          之下增加一个地区及其人民政府，公开网站随之有该地区的页面。随后请设立其办公室（主管部门，条例第三条）和部门、乡镇，并授予工作人员任职。
        </p>
      }
    >
      <Form.Item name="name" label="地区名称" rules={required('请填写地区名称')}>
        <Input maxLength={50} autoComplete="off" autoFocus placeholder="例如：河东县" />
      </Form.Item>
      <Form.Item name="level" label="层级" rules={required('请选择层级')}>
        <Select options={levels.map((value) => ({ value, label: LEVEL_WORDS[value] }))} />
      </Form.Item>
      <SlugField name="slug" label="地区的网址名" />
      <Form.Item name={['government', 'name']} label="人民政府全称" rules={required('请填写人民政府全称')}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <SlugField name={['government', 'slug']} label="人民政府的网址名" />
      <DayField name="validFrom" label="设立日期" />
    </FormDialog>
  );
}
