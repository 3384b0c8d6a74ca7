import { Button, Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { required } from '../../ui/required.ts';

const OPTIONS = ['甲', '乙', '丙', '丁'] as const;

/** Beside the list of options, not within it: a field of a list is one of its options. */
function RightOption({ name }: { readonly name: number }): ReactNode {
  const options = Form.useWatch<readonly string[] | undefined>(['quiz', name, 'options']) ?? [];
  return (
    <Form.Item name={[name, 'right']} label="正确的选项">
      <Radio.Group
        options={options.map((_option, place) => ({
          value: place,
          label: OPTIONS[place] ?? String(place + 1),
        }))}
      />
    </Form.Item>
  );
}

function Question({ name, onRemove }: { readonly name: number; readonly onRemove: () => void }): ReactNode {
  return (
    <fieldset className="quiz-question">
      <legend>第 {name + 1} 题</legend>
      <Form.Item name={[name, 'question']} label="题目" rules={required('请填写题目')}>
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
      <Form.List name={[name, 'options']}>
        {(options, { add, remove }) => (
          <>
            {options.map((option) => (
              <Form.Item
                key={option.key}
                name={option.name}
                label={`选项${OPTIONS[option.name] ?? option.name + 1}`}
                rules={required('请填写选项')}
              >
                <Input maxLength={200} autoComplete="off" />
              </Form.Item>
            ))}
            {options.length < OPTIONS.length && <Button onClick={() => add('')}>加一个选项</Button>}{' '}
            {options.length > 2 && (
              <Button onClick={() => remove(options.length - 1)}>去掉最后一个选项</Button>
            )}
          </>
        )}
      </Form.List>
      <RightOption name={name} />
      <Button danger onClick={onRemove}>
        去掉第 {name + 1} 题
      </Button>
    </fieldset>
  );
}

/** Questions that those who took part answer in the system. */
export function QuizFields(): ReactNode {
  return (
    <Form.List name="quiz">
      {(questions, { add, remove }) => (
        <>
          {questions.map(({ key, name }) => (
            <Question key={key} name={name} onRemove={() => remove(name)} />
          ))}
          {questions.length < 30 && (
            <Button onClick={() => add({ question: '', options: ['', ''], right: 0 })}>
              {questions.length === 0 ? '附测试题（可以不附）' : '再加一题'}
            </Button>
          )}
        </>
      )}
    </Form.List>
  );
}
