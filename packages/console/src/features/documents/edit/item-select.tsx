import { itemCatalogRoutes } from '@zhaoshi/contract/routes/item-catalog';
import { PILOT_FIELDS } from '@zhaoshi/domain/disclosure/item-catalog/pilot-fields';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useRead } from '../../../app/use-route.ts';

interface Props {
  readonly id?: string;
  readonly regionId: string;
  readonly organId: string;
  /** Id of the item; `null`: none. */
  readonly value?: string | null;
  readonly onChange?: (itemId: string | null) => void;
}

/** Picks the item of the standard catalogue that a document fulfils, among those of its organ. */
export function CatalogItemSelect({ id, regionId, organId, value = null, onChange }: Props): ReactNode {
  const { data, isFetching } = useRead(itemCatalogRoutes.ofOrgan, { params: { regionId, organId } });
  const options = (data?.items ?? []).map(({ itemId, field, code, title, publicationPeriod }) => ({
    value: itemId,
    label: `${code} ${title}`,
    note: `${field === null ? '基本目录' : PILOT_FIELDS[field].title} · ${publicationPeriod}`,
  }));
  const elements = data?.items.find(({ itemId }) => itemId === value)?.contentElements ?? [];
  return (
    <>
      <Select<string>
        {...(id !== undefined && { id })}
        className="picker"
        allowClear
        loading={isFetching}
        placeholder={options.length === 0 ? '本机关没有标准目录事项' : '选择事项'}
        showSearch={{ optionFilterProp: 'label' }}
        value={value}
        options={options}
        onChange={(chosen: string | undefined) => onChange?.(chosen ?? null)}
        optionRender={({ label, data: option }) => (
          <span className="option">
            {label}
            <small className="quiet">{option.note}</small>
          </span>
        )}
      />
      {elements.length > 0 && <p className="quiet">应当公开的内容（要素）：{elements.join('；')}。</p>}
    </>
  );
}
