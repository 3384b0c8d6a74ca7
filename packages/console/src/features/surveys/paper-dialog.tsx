import { surveyRoutes } from '@zhaoshi/contract/routes/surveys';
import { choicesOf } from '@zhaoshi/domain/survey/survey';
import { App, Checkbox, Form, Input, Modal, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useChange } from '../../app/use-route.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownSurvey } from './shown-survey.ts';

type Answer = string | number | readonly number[] | undefined;

interface Values {
  readonly answers?: readonly Answer[];
}

const sentOf = (answer: Answer, isText: boolean): string | number[] => {
  if (isText) return typeof answer === 'string' ? answer : '';
  if (answer === undefined || typeof answer === 'string') return [];
  return typeof answer === 'number' ? [answer] : [...answer];
};

function control(question: ShownSurvey['questions'][number]): ReactNode {
  const options = choicesOf(question).map((label, value) => ({ label, value }));
  if (question.kind === 'text') return <Input.TextArea rows={3} maxLength={500} />;
  return question.kind === 'multiple' ? (
    <Checkbox.Group options={options} />
  ) : (
    <Radio.Group options={options} />
  );
}

/** Types a paper sheet in, one after the other. */
export function PaperDialog({
  shown,
  onClose,
}: {
  readonly shown: ShownSurvey;
  readonly onClose: () => void;
}): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const enter = useChange(surveyRoutes.enterPaper);
  const { regionId, surveyId, questions } = shown;
  const submit = ({ answers = [] }: Values): void =>
    enter.mutate(
      {
        request: {
          params: { regionId, surveyId },
          body: { answers: questions.map(({ kind }, index) => sentOf(answers[index], kind === 'text')) },
        },
      },
      {
        onSuccess: ({ sheets }) => {
          void message.success({ key: 'paper', content: `已计入，共 ${sheets} 份。可以录入下一张` });
          form.resetFields();
        },
      },
    );
  return (
    <Modal
      open
      title="录入纸质答卷"
      okText="计入，录下一张"
      cancelText="关闭"
      confirmLoading={enter.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">没有填的题空着。计入以后不能改，也查不出是哪一张。</p>
      <Form<Values> form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        {questions.map((question, index) => (
          <Form.Item
            key={`${index} ${question.question}`}
            name={['answers', index]}
            label={`${index + 1}．${question.question}`}
          >
            {control(question)}
          </Form.Item>
        ))}
      </Form>
      <ProblemAlert error={enter.error} />
    </Modal>
  );
}
