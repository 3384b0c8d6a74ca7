import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { CONTENT_LABELS } from './content-labels.ts';

interface Props {
  readonly name: keyof typeof CONTENT_LABELS | readonly ['matterDays', string];
  readonly label?: string;
  /** What to write and where the law asks for it. */
  readonly help?: string;
}

const labelOf = ({ name, label }: Props): string =>
  label ?? (typeof name === 'string' ? CONTENT_LABELS[name] : '');

const nameOf = ({ name }: Props) => (typeof name === 'string' ? name : [...name]);

/** A line of text. */
export function TextField({ longest, ...props }: Props & { readonly longest: number }): ReactNode {
  return (
    <Form.Item name={nameOf(props)} label={labelOf(props)} extra={props.help}>
      <Input maxLength={longest} autoComplete="off" />
    </Form.Item>
  );
}

/** Several lines of text. */
export function AreaField({ longest, ...props }: Props & { readonly longest: number }): ReactNode {
  return (
    <Form.Item name={nameOf(props)} label={labelOf(props)} extra={props.help}>
      <Input.TextArea maxLength={longest} rows={2} className="growing" />
    </Form.Item>
  );
}

/** A day, or none. */
export function DayField(props: Props): ReactNode {
  return (
    <Form.Item
      name={nameOf(props)}
      label={labelOf(props)}
      extra={props.help}
      normalize={(value: string) => (value === '' ? null : value)}
      getValueProps={(value: string | null | undefined) => ({ value: value ?? '' })}
    >
      <Input type="date" className="date" />
    </Form.Item>
  );
}
