import { Checkbox, Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { type LetterFormField, nameAt } from './act-letter.ts';
import { type InputProps, textOf } from './entered.ts';
import { fieldExtra } from './field-extra.tsx';
import type { FieldNotes } from './use-unsaid-grounds.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Several answers, kept as their ids separated by commas. */
function Several({
  options,
  label,
  value,
  onChange,
}: InputProps & { readonly options: readonly Option[]; readonly label: string }): ReactNode {
  return (
    <Checkbox.Group
      className="choices"
      role="group"
      aria-label={label}
      value={textOf(value).split(',').filter(Boolean)}
      options={[...options]}
      onChange={(chosen) => onChange?.(chosen.join(','))}
    />
  );
}

/** The longest that a letter takes. */
const LONGEST = { line: 200, text: 4000 };

function fieldInput({ kind, label, options, several }: LetterFormField): ReactNode {
  const answers = options.map(({ id, words }): Option => ({ value: id, label: words }));
  switch (kind) {
    case 'choice':
      return several ? (
        <Several options={answers} label={label} />
      ) : (
        <Radio.Group className="choices" aria-label={label} options={answers} />
      );
    case 'text':
    case 'list':
      return <Input.TextArea rows={kind === 'list' ? 3 : 4} maxLength={LONGEST.text} />;
    case 'date':
      return <Input type="date" className="date" />;
    case 'number':
      return <Input inputMode="numeric" className="short-search" autoComplete="off" />;
    case 'yuan':
      return <Input inputMode="decimal" className="short-search" suffix="元" autoComplete="off" />;
    default:
      return <Input maxLength={LONGEST.line} autoComplete="off" />;
  }
}

interface Props {
  readonly fields: readonly LetterFormField[];
  /** The act goes through without its letter. */
  readonly isOptional: boolean;
  /** What is to be said beside a field. */
  readonly notes: FieldNotes;
}

/** What a letter needs beside what its act asks for. */
export function LetterFields({ fields, isOptional, notes }: Props): ReactNode {
  return fields.map(({ required, ...field }) => (
    <Form.Item
      key={field.pointer}
      name={[...nameAt(field.pointer)]}
      label={required || isOptional ? field.label : `${field.label}（可以不填）`}
      extra={fieldExtra(field.help, notes[field.pointer])}
      rules={
        required && !isOptional
          ? [
              {
                required: true,
                message: `${field.kind === 'choice' ? '请选择' : '请填写'}${field.label}`,
              },
            ]
          : []
      }
    >
      {fieldInput({ ...field, required })}
    </Form.Item>
  ));
}
