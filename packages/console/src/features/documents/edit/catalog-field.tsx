import { organRoutes } from '@zhaoshi/contract/routes/organs';
import {
  STATUTORY_CATALOG,
  STATUTORY_CODES,
  type StatutoryCode,
  statutoryCodesFor,
} from '@zhaoshi/domain/disclosure/statutory-catalog/statutory-catalog';
import { Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { useRead } from '../../../app/use-route.ts';
import { CONTENT_LABELS } from './content-labels.ts';

const optionOf = (code: StatutoryCode) => {
  const { title, column, source } = STATUTORY_CATALOG[code];
  return { value: code, label: title, note: `${column} · ${source}` };
};

const GROUPS = [
  { label: '条例第二十条', part: 'a20.' },
  { label: '条例第二十一条', part: 'a21' },
] as const;

interface Props {
  readonly regionId: string;
  readonly organId: string;
}

/** Under which item of 条例20 and 21 it is published: those that an organ of its kind and level has. */
export function CatalogField({ regionId, organId }: Props): ReactNode {
  const { data } = useRead(organRoutes.read, { params: { regionId, organId } });
  const codes = data === undefined ? STATUTORY_CODES : statutoryCodesFor(data.kind, data.level);
  return (
    <Form.Item
      name="catalogCode"
      label={CONTENT_LABELS.catalogCode}
      extra="决定在网站“法定主动公开内容”的哪一栏显示；主动公开的必填。"
      normalize={(value: string | undefined) => value ?? ''}
      getValueProps={(value: string) => ({ value: value === '' ? null : value })}
    >
      <Select<string>
        className="picker"
        allowClear
        placeholder="选择事项"
        showSearch={{ optionFilterProp: 'label' }}
        options={GROUPS.map(({ label, part }) => ({
          label,
          options: codes.filter((code) => code.startsWith(part)).map(optionOf),
        })).filter(({ options }) => options.length > 0)}
        optionRender={({ label, data: option }) => (
          <span className="option">
            {label}
            <small className="quiet">{'note' in option ? option.note : ''}</small>
          </span>
        )}
      />
    </Form.Item>
  );
}
