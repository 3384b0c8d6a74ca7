import type { ActType } from '@zhaoshi/domain/application/act';
import { isLetterOptional } from '@zhaoshi/domain/letter/act-letters';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { ShownCase } from '../shown-application.ts';
import { ActFieldInput } from './act-field-input.tsx';
import { ACT_FIELDS, type ActField } from './act-fields.ts';
import { askedTexts, isNumberKey, type LetterForms, nameAt, ownFields } from './act-letter.ts';
import { fenOf } from './act-values.ts';
import { dayHelp, dayLabel, textHelp } from './act-words.ts';
import type { ActFacts } from './entered.ts';
import { FeeArithmetic, SidesField } from './fee-fields.tsx';
import { fieldExtra } from './field-extra.tsx';
import { LetterFields } from './letter-fields.tsx';
import type { ShownCharge } from './use-charge.ts';
import type { FieldNotes } from './use-unsaid-grounds.ts';

interface Props {
  readonly type: ActType;
  readonly shown: ShownCase;
  /** What is entered now. */
  readonly act: ActFacts;
  /** What the tariff asks, where it is a fee. */
  readonly charged: ShownCharge;
  /** The letters that it sends. */
  readonly letters: LetterForms;
  /** What is to be said beside a field. */
  readonly notes: FieldNotes;
  /** What the facts would do; it stands before the words, which change nothing of it. */
  readonly children: ReactNode;
}

const asking = (field: ActField): string =>
  field.kind === 'number' || field.kind === 'yuan' || field.kind === 'date'
    ? `请填写${field.label}`
    : `请选择${field.label}`;

function rulesOf(field: ActField) {
  if (field.kind === 'joint') return [];
  const required = { required: true, message: asking(field) };
  if (field.kind === 'number') {
    const { least, most } = field;
    return [
      required,
      { type: 'number' as const, min: least, max: most, message: `应在 ${least} 到 ${most} 之间` },
    ];
  }
  if (field.kind !== 'yuan') return [required];
  return [
    required,
    {
      validator: (_rule: unknown, value: unknown) =>
        value === undefined || value === '' || fenOf(value) !== undefined
          ? Promise.resolve()
          : Promise.reject(new Error('应为金额，如 1080 或 1080.50')),
    },
  ];
}

function TextFields({ type, letters }: Pick<Props, 'type' | 'letters'>): ReactNode {
  const fields = letters.flatMap((letter) => letter.fields);
  return askedTexts(type, letters).map(([key, { title, required, longest }]) => (
    <Form.Item
      key={key}
      name={['texts', key]}
      label={
        required || isNumberKey(key) ? title.replace(/（由系统编号的不填）$/, '') : `${title}（可以不填）`
      }
      extra={textHelp(type, key) ?? fields.find(({ pointer }) => nameAt(pointer)[1] === key)?.help}
      rules={required ? [{ required: true, whitespace: true, message: `请填写${title}` }] : []}
    >
      {longest > 200 ? (
        <Input.TextArea rows={3} maxLength={longest} />
      ) : (
        <Input maxLength={longest} autoComplete="off" />
      )}
    </Form.Item>
  ));
}

/** One fact of the act. */
function FactField({
  field,
  shown,
  act,
  charged,
  notes,
}: Pick<Props, 'shown' | 'act' | 'charged' | 'notes'> & { readonly field: ActField }): ReactNode {
  if (field.kind === 'joint' && shown.jointCases.length === 0) return null;
  if (field.kind === 'counted') return <SidesField act={act} />;
  if (field.kind === 'charge') return <FeeArithmetic act={act} charged={charged} />;
  return (
    <Form.Item
      name={['act', field.key]}
      label={field.label}
      extra={fieldExtra(field.help, notes[`/act/${field.key}`])}
      rules={rulesOf(field)}
    >
      <ActFieldInput field={field} shown={shown} />
    </Form.Item>
  );
}

/** The fields of an act: its day and facts, its words, and what its letter needs besides. */
export function ActFormFields({ type, shown, act, charged, letters, notes, children }: Props): ReactNode {
  const own = ownFields(letters);
  const isOptional = isLetterOptional(type);
  return (
    <>
      <Form.Item
        name={['act', 'on']}
        label={dayLabel(type)}
        extra={dayHelp(type)}
        rules={[{ required: true, message: `请填写${dayLabel(type)}` }]}
      >
        <Input type="date" className="date" />
      </Form.Item>
      {ACT_FIELDS[type].map((field) => (
        <FactField key={field.key} field={field} shown={shown} act={act} charged={charged} notes={notes} />
      ))}
      {children}
      <TextFields type={type} letters={letters} />
      {own.length > 0 && (
        <fieldset className="part">
          <legend>{isOptional ? '文书的内容（填齐了才发出）' : '文书还需要的内容'}</legend>
          <LetterFields fields={own} isOptional={isOptional} notes={notes} />
        </fieldset>
      )}
    </>
  );
}
