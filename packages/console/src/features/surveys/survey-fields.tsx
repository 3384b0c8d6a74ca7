import { QUESTION_KINDS, type QuestionKind, SURVEY_MODES } from '@zhaoshi/domain/survey/survey';
import { Button, Form, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { required } from '../../ui/required.ts';

const KINDS = Object.entries(QUESTION_KINDS).map(([value, label]) => ({ value, label }));
const MODES = Object.entries(SURVEY_MODES).map(([value, label]) => ({ value, label }));
const MOST_OPTIONS = 12;
const MOST_QUESTIONS = 30;

function Options({ name }: { readonly name: number }): ReactNode {
  return (
    <Form.List name={[name, 'options']}>
      {(options, { add, remove }) => (
        <>
          {options.map((option) => (
            <Form.Item
              key={option.key}
              name={option.name}
              label={`第 ${name + 1} 题的选项 ${option.name + 1}`}
              rules={required('请填写选项')}
            >
              <Input maxLength={200} autoComplete="off" />
            </Form.Item>
          ))}
          {options.length < MOST_OPTIONS && <Button onClick={() => add('')}>加一个选项</Button>}{' '}
          {options.length > 2 && <Button onClick={() => remove(options.length - 1)}>去掉最后一个选项</Button>}
        </>
      )}
    </Form.List>
  );
}

function Question({ name, onRemove }: { readonly name: number; readonly onRemove: () => void }): ReactNode {
  const kind = Form.useWatch<QuestionKind | undefined>(['questions', name, 'kind']);
  return (
    <fieldset className="survey-question">
      <legend>第 {name + 1} 题</legend>
      <Form.Item name={[name, 'question']} label={`第 ${name + 1} 题的题目`} rules={required('请填写题目')}>
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[name, 'kind']} label={`第 ${name + 1} 题的题型`}>
        <Select options={KINDS} />
      </Form.Item>
      {(kind === 'single' || kind === 'multiple') && <Options name={name} />}
      <p>
        <Button danger onClick={onRemove}>
          去掉第 {name + 1} 题
        </Button>
      </p>
    </fieldset>
  );
}

/** The form of a survey. */
export function SurveyFields(): ReactNode {
  return (
    <>
      <Form.Item name="title" label="标题" rules={required('请填写标题')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="intro" label="给答卷人的话（可以不写）">
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="mode" label="谁可以填">
        <Radio.Group options={MODES} />
      </Form.Item>
      <Form.Item name="opensOn" label="开始日期" rules={required('请填写开始日期')}>
        <Input type="date" className="date" />
      </Form.Item>
      <Form.Item name="closesOn" label="结束日期" rules={required('请填写结束日期')}>
        <Input type="date" className="date" />
      </Form.Item>
      <Form.List name="questions">
        {(questions, { add, remove }) => (
          <>
            {questions.map(({ key, name }) => (
              <Question key={key} name={name} onRemove={() => remove(name)} />
            ))}
            {questions.length < MOST_QUESTIONS && (
              <p>
                <Button onClick={() => add({ kind: 'single', question: '', options: ['', ''] })}>
                  加一题
                </Button>
              </p>
            )}
          </>
        )}
      </Form.List>
    </>
  );
}
