import { surveyRoutes } from '@zhaoshi/contract/routes/surveys';
import { Button, Form, InputNumber, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { saveText } from '../../app/use-download.ts';
import { useChange } from '../../app/use-route.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownSurvey } from './shown-survey.ts';

/** Makes codes for people who are invited; they are shown this once. */
export function CodesDialog({
  shown,
  onClose,
}: {
  readonly shown: ShownSurvey;
  readonly onClose: () => void;
}): ReactNode {
  const [form] = Form.useForm<{ readonly count: number }>();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const issue = useChange(surveyRoutes.issueCodes);
  const { regionId, surveyId, version } = shown;
  const submit = (body: { readonly count: number }): void =>
    issue.mutate(
      { request: { params: { regionId, surveyId }, body }, version },
      { onSuccess: (made) => setCodes(made.codes) },
    );
  const isMade = codes.length > 0;
  return (
    <Modal
      open
      title="生成邀请码"
      okText={isMade ? '已经存好，关闭' : '生成'}
      cancelText="取消"
      confirmLoading={issue.isPending}
      onOk={() => (isMade ? onClose() : form.submit())}
      onCancel={onClose}
    >
      {isMade ? (
        <>
          <p>共 {codes.length} 个，只在这里显示一次。请下载后打印、剪开，装入信封随机发给参加评议的人。</p>
          <Button onClick={() => saveText(codes.join('\n'), '邀请码.txt', 'text/plain')}>下载邀请码</Button>
          <pre className="survey-codes">{codes.join('\n')}</pre>
        </>
      ) : (
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ count: 50 }}
          onFinish={submit}
        >
          <Form.Item name="count" label="个数" rules={[{ required: true, message: '请填写个数' }]}>
            <InputNumber min={1} max={500} precision={0} />
          </Form.Item>
        </Form>
      )}
      <ProblemAlert error={issue.error} />
    </Modal>
  );
}
