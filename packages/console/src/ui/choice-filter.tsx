import { Form, Select } from 'antd';
import type { ReactNode } from 'react';

interface Props<Value extends string | number> {
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  /** `undefined`: all. */
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
  /** So many options that one looks for theirs by typing. */
  readonly isLookedUp?: boolean;
  /** Wider than the usual one. */
  readonly className?: string;
}

/** A list narrowed to one of some choices, or to none of them. */
export function ChoiceFilter<Value extends string | number>(props: Props<Value>): ReactNode {
  const { id, label, options, value, onChange, isLookedUp = false, className } = props;
  return (
    <Form.Item label={label} htmlFor={id}>
      <Select<Value>
        id={id}
        className={className ?? 'short-picker'}
        allowClear
        placeholder="全部"
        // Options are longer than the usual field.
        popupMatchSelectWidth={className !== undefined}
        {...(isLookedUp && { showSearch: { optionFilterProp: 'label' } })}
        value={value ?? null}
        options={[...options]}
        onChange={(chosen: Value | undefined) => onChange(chosen)}
      />
    </Form.Item>
  );
}
