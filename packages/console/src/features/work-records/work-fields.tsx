import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import {
  fieldsOf,
  WORK_KINDS,
  type WorkField,
  type WorkKind,
} from '@zhaoshi/domain/work-register/work-kinds';
import { Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { ProofFiles } from '../../ui/proof-files.tsx';
import { required } from '../../ui/required.ts';
import { QuizFields } from './quiz-fields.tsx';
import { hrefOfFile } from './shown-work.ts';

function control({ type, options = [] }: WorkField): ReactNode {
  switch (type) {
    case 'choice':
      return <Select allowClear options={options.map((value) => ({ value, label: value }))} />;
    case 'count':
      return <InputNumber min={0} precision={0} />;
    case 'hours':
      return <InputNumber min={0} step={0.5} />;
    case 'text':
      return <Input.TextArea rows={3} maxLength={2000} />;
    default:
      return <Input maxLength={200} autoComplete="off" />;
  }
}

interface Props {
  readonly kind: WorkKind;
  readonly owner: { readonly regionId: string; readonly organId: string };
}

/** The form of a record: what every kind has, and what its own kind asks for. */
export function WorkFields({ kind, owner }: Props): ReactNode {
  const { subject, plannedLabel, doneLabel } = WORK_KINDS[kind];
  const doneOn: unknown = Form.useWatch('doneOn');
  const isDone = typeof doneOn === 'string' && doneOn !== '';
  const today = civilDateAt(new Date());
  return (
    <>
      <Form.Item name="title" label={subject} rules={required(`请填写${subject}`)}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="plannedOn" label={`${plannedLabel}（没有事先计划的留空）`}>
        <Input type="date" className="date" />
      </Form.Item>
      <Form.Item name="doneOn" label={`${doneLabel}（还没有完成的留空）`}>
        <Input type="date" className="date" max={today} />
      </Form.Item>
      {Object.entries(fieldsOf(kind)).map(([name, field]) => (
        <Form.Item
          key={`${kind} ${name}`}
          name={['facts', name]}
          label={field.label}
          rules={
            isDone && field.needed === true
              ? [{ required: true, message: `完成以后请填写“${field.label}”` }]
              : []
          }
        >
          {control(field)}
        </Form.Item>
      ))}
      <Form.Item name="files">
        <ProofFiles
          owner={owner}
          what="通知、签到表、照片、文件"
          hrefOf={({ fileId }) => hrefOfFile(owner.regionId, fileId)}
        />
      </Form.Item>
      {kind === 'training' && <QuizFields />}
    </>
  );
}
