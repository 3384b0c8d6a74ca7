import { DownloadOutlined } from '@ant-design/icons';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { itemCatalogRoutes } from '@zhaoshi/contract/routes/item-catalog';
import {
  PILOT_FIELD_IDS,
  PILOT_FIELDS,
  type PilotFieldId,
} from '@zhaoshi/domain/disclosure/item-catalog/pilot-fields';
import { Button, Form, Input, type TableColumnsType, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../app/session.ts';
import { useDownload } from '../../app/use-download.ts';
import { usePages } from '../../app/use-pages.ts';
import { ChoiceFilter } from '../../ui/choice-filter.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { CatalogState } from './catalog-search.ts';
import { type OrganKey, useKeeper } from './use-keeper.ts';

type Row = RouteOutput<typeof itemCatalogRoutes.search>['items'][number];

const fieldTitle = ({ field }: Row): string => (field === null ? '基本目录' : PILOT_FIELDS[field].title);

function ItemLink({ row: { regionId, itemId, level1, level2 } }: { readonly row: Row }): ReactNode {
  return (
    <Link to="/catalog/$regionId/$itemId" params={{ regionId, itemId }}>
      {level2 === '' ? level1 : `${level1} / ${level2}`}
    </Link>
  );
}

function Organs({ row: { organs, responsibleOrgan, isValid } }: { readonly row: Row }): ReactNode {
  if (organs.length > 0) return organs.map(({ name }) => name).join('、');
  return (
    <>
      {responsibleOrgan} {isValid && <Tag color="warning">没有对应的机关</Tag>}
    </>
  );
}

function Period({ row: { publicationPeriod, isPeriodUnderstood } }: { readonly row: Row }): ReactNode {
  return (
    <>
      {publicationPeriod}
      {!isPeriodUnderstood && <small className="under quiet">不能识别，不计算到期日</small>}
    </>
  );
}

const COLUMNS: TableColumnsType<Row> = [
  { title: '序号', width: '5.5rem', className: 'figures', render: (_value, { code }) => code },
  { title: '领域', width: '8rem', render: (_value, row) => fieldTitle(row) },
  { title: '公开事项', render: (_value, row) => <ItemLink row={row} /> },
  { title: '公开时限', width: '13rem', render: (_value, row) => <Period row={row} /> },
  { title: '公开主体', width: '13rem', render: (_value, row) => <Organs row={row} /> },
  { title: '状态', width: '7rem', render: (_value, { isValid }) => (isValid ? '有效' : '不在有效期') },
];

const card = (row: Row): ReactNode => (
  <>
    <ItemLink row={row} />
    <p className="quiet">
      {row.code} · {fieldTitle(row)}
    </p>
    <p>
      <Period row={row} />
    </p>
    <p>
      <Organs row={row} />
    </p>
  </>
);

const STATES: readonly { readonly value: CatalogState; readonly label: string }[] = [
  { value: 'valid', label: '有效' },
  { value: 'unassigned', label: '公开主体没有对应的机关' },
  { value: 'ended', label: '不在有效期' },
];

interface Filter {
  readonly field: PilotFieldId | 'none' | undefined;
  readonly q: string;
}

function Filters({
  filter,
  onChange,
}: {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}): ReactNode {
  const navigate = useNavigate({ from: '/catalog' });
  const { state } = useSearch({ from: '/frame/catalog' });
  return (
    <Form layout="inline" className="filters" aria-label="筛选目录事项">
      <ChoiceFilter<PilotFieldId | 'none'>
        id="catalog-field"
        label="领域"
        isLookedUp
        value={filter.field}
        options={[
          { value: 'none', label: '基本目录' },
          ...PILOT_FIELD_IDS.map((value) => ({ value, label: PILOT_FIELDS[value].title })),
        ]}
        onChange={(field) => onChange({ ...filter, field })}
      />
      <ChoiceFilter<CatalogState>
        id="catalog-state"
        label="状态"
        value={state}
        options={STATES}
        onChange={(chosen) => void navigate({ search: chosen === undefined ? {} : { state: chosen } })}
      />
      <Form.Item label="查找" htmlFor="catalog-words">
        <Input.Search
          id="catalog-words"
          className="short-search"
          allowClear
          maxLength={100}
          onSearch={(q) => onChange({ ...filter, q: q.trim() })}
        />
      </Form.Item>
    </Form>
  );
}

function Catalog({ keeper }: { readonly keeper: OrganKey }): ReactNode {
  const { state } = useSearch({ from: '/frame/catalog' });
  const { abilities } = useSession();
  const [filter, setFilter] = useState<Filter>({ field: undefined, q: '' });
  const body = {
    ...(state !== undefined && { state }),
    ...(filter.field !== undefined && { field: filter.field }),
    ...(filter.q !== '' && { q: filter.q }),
  };
  const pages = usePages(itemCatalogRoutes.search, { params: keeper, body });
  const download = useDownload(itemCatalogRoutes.exportCatalog);
  return (
    <>
      <PageHeader
        actions={
          <>
            {abilities.includes('catalog.manage') && <Link to="/catalog/import">导入目录</Link>}
            <Button
              icon={<DownloadOutlined aria-hidden />}
              loading={download.isPending}
              onClick={() => download.mutate({ params: keeper, body })}
            >
              导出
            </Button>
          </>
        }
      />
      <ProblemAlert error={download.error} />
      <section className="card">
        <Filters filter={filter} onChange={setFilter} />
        <DataTable
          caption="目录事项"
          pages={pages}
          columns={COLUMNS}
          keyOf={({ itemId }) => itemId}
          card={card}
          empty="没有符合条件的目录事项。县级目录由县级主管部门导入；本机关应公开的事项见“公开情况”。"
        />
      </section>
    </>
  );
}

/** The catalogue that the person's organ keeps. */
export function CatalogPage(): ReactNode {
  const keeper = useKeeper();
  return keeper === null ? <PageHeader /> : <Catalog keeper={keeper} />;
}
