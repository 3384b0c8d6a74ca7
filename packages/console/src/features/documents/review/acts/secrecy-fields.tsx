import { SECRECY_ANSWERS } from '@zhaoshi/domain/disclosure/document-event-words';
import {
  SECRECY_CONCLUSIONS,
  SECRECY_QUESTIONS,
  type SecrecyQuestion,
} from '@zhaoshi/domain/disclosure/secrecy-review';
import { Form, Radio } from 'antd';
import type { ReactNode } from 'react';

const ANSWERS = Object.entries(SECRECY_ANSWERS).map(([value, label]) => ({ value, label }));
const CONCLUSIONS = Object.entries(SECRECY_CONCLUSIONS).map(([value, label]) => ({ value, label }));
const QUESTIONS = Object.entries(SECRECY_QUESTIONS) as readonly (readonly [SecrecyQuestion, string])[];

/** The questions of the secrecy review one by one, none answered beforehand, and what is concluded. */
export const SecrecyFields = (): ReactNode => (
  <>
    {QUESTIONS.map(([question, words], index) => (
      <Form.Item
        key={question}
        name={['act', 'answers', question]}
        label={`${index + 1}. ${words}`}
        rules={[{ required: true, message: '请逐项回答' }]}
      >
        <Radio.Group options={ANSWERS} aria-label={words} />
      </Form.Item>
    ))}
    <Form.Item
      name={['act', 'conclusion']}
      label="结论"
      extra="有一项答“有”的，结论不能是公开；不能确定的先报请确定。"
      rules={[{ required: true, message: '请选择结论' }]}
    >
      <Radio.Group options={CONCLUSIONS} aria-label="结论" />
    </Form.Item>
  </>
);
