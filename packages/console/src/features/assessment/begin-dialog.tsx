import { useNavigate } from '@tanstack/react-router';
import { assessmentRoutes } from '@zhaoshi/contract/routes/assessments';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { Form, Input, Modal, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useChange } from '../../app/use-route.ts';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

interface Values {
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly units: 'region' | 'below' | 'list';
}

const required = (message: string) => [{ required: true, message }];

interface Props {
  readonly organ: { readonly regionId: string; readonly organId: string };
  readonly onClose: () => void;
}

/** Sets up an assessment of the year with the starting indicators. */
export function BeginDialog({ organ: { regionId, organId }, onClose }: Props): ReactNode {
  const [form] = Form.useForm<Values>();
  const navigate = useNavigate();
  const begin = useChange(assessmentRoutes.begin);
  const year = yearOf(civilDateAt(new Date()));
  const submit = (values: Values): void =>
    begin.mutate(
      {
        request: {
          params: { regionId, organId },
          body: values,
        },
      },
      {
        onSuccess: ({ assessmentId }) =>
          void navigate({ to: '/assessments/$regionId/$assessmentId', params: { regionId, assessmentId } }),
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <Modal
      open
      title="设立考核"
      okText="设立"
      cancelText="取消"
      confirmLoading={begin.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          title: `${year}年政府信息公开工作考核`,
          startsOn: `${year}-01-01`,
          endsOn: `${year}-12-31`,
          units: 'region',
        }}
        onFinish={submit}
      >
        <Form.Item name="title" label="名称" rules={required('请填写名称')}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="startsOn" label="起始日期" rules={required('请填写起始日期')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="endsOn" label="截止日期" rules={required('请填写截止日期')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="units" label="考核哪些单位">
          <Radio.Group
            className="choices"
            options={[
              { value: 'region', label: '本级各机关' },
              { value: 'below', label: '本级各机关和下级人民政府' },
              { value: 'list', label: '年度报告报送单位名单上的单位' },
            ]}
          />
        </Form.Item>
      </Form>
      <p className="quiet">从默认指标开始，设立以后可以导入本地的指标。考核单位在设立时确定。</p>
      <ProblemAlert error={begin.error} />
    </Modal>
  );
}
