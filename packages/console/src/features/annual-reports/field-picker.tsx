import { Select } from 'antd';
import type { ReactNode } from 'react';
import type { ShownCheck } from './shown-report.ts';

interface Props {
  readonly fields: ShownCheck['fields'];
  /** Of which text. */
  readonly label: string;
  readonly onPick: (name: string) => void;
}

/** Finds a figure by its words and puts its mark into the text. */
export function FieldPicker({ fields, label, onPick }: Props): ReactNode {
  return (
    <Select<string, { readonly value: string; readonly label: string }>
      className="field-picker"
      aria-label={`在${label}插入数字`}
      placeholder="插入数字：输入几个字查找，如“新收 总计”"
      value={null}
      showSearch={{
        filterOption: (typed, option) =>
          typed.split(/\s+/).every((word) => option !== undefined && option.label.includes(word)),
      }}
      options={fields.map(({ name, label: words, text }) => ({
        value: name,
        label: `${words}：${text ?? '还没有数字'}`,
      }))}
      onChange={onPick}
    />
  );
}
