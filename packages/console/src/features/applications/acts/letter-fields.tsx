import { type LetterField, printField } from '@zhaoshi/domain/letter/letter-field';
import { Checkbox, Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { type InputProps, textOf } from './entered.ts';

/** Several answers, kept as their ids separated by commas. */
function Several({
  options,
  label,
  value,
  onChange,
}: InputProps & {
  readonly options: readonly { value: string; label: string }[];
  readonly label: string;
}): ReactNode {
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

function fieldInput(field: LetterField): ReactNode {
  switch (field.kind) {
    case 'choice': {
      const options = Object.entries(field.options).map(([value, label]) => ({ value, label }));
      if (field.several === true) return <Several options={options} label={field.label} />;
      return <Radio.Group className="choices" aria-label={field.label} options={options} />;
    }
    case 'text':
    case 'list':
      return <Input.TextArea rows={field.kind === 'list' ? 3 : 4} maxLength={4000} />;
    case 'date':
      return <Input type="date" className="date" />;
    case 'number':
      return <Input inputMode="numeric" className="short-search" autoComplete="off" />;
    case 'yuan':
      return <Input inputMode="decimal" className="short-search" suffix="元" autoComplete="off" />;
    default:
      return <Input maxLength={200} autoComplete="off" />;
  }
}

/** The fields of a letter, checked as the letter itself checks them. */
export function LetterFields({ fields }: { readonly fields: readonly LetterField[] }): ReactNode {
  return fields.map((field) => (
    <Form.Item
      key={field.key}
      name={['texts', `letter.${field.key}`]}
      label={field.required ? field.label : `${field.label}（可以不填）`}
      extra={field.help}
      validateTrigger="onBlur"
      rules={[
        {
          validator: (_rule, value: unknown) => {
            const printed = printField(field, textOf(value));
            return printed.ok ? Promise.resolve() : Promise.reject(new Error(printed.error));
          },
        },
      ]}
    >
      {fieldInput(field)}
    </Form.Item>
  ));
}
