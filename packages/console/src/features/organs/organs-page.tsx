import { Link, useSearch } from '@tanstack/react-router';
import { organRoutes } from '@zhaoshi/contract/routes/organs';
import { LEVELS, TREE_KINDS } from '@zhaoshi/domain/organ/tree';
import { Checkbox, Form, Input, type TableColumnsType } from 'antd';
import { type ReactNode, useState } from 'react';
import { usePages } from '../../app/use-pages.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ListedMarks } from './organ-marks.tsx';
import { OrganTree } from './organ-tree.tsx';
import type { ListedOrgan } from './shown-organ.ts';

const COLUMNS: TableColumnsType<ListedOrgan> = [
  {
    title: '机关',
    render: (_value, { regionId, organId, name, regionName }) => (
      <>
        <Link to="/organs/$regionId/$organId" params={{ regionId, organId }}>
          {name}
        </Link>
        <small className="under quiet">{regionName}</small>
      </>
    ),
  },
  { title: '类别', width: '12rem', render: (_value, { kind }) => TREE_KINDS[kind] },
  { title: '层级', width: '5rem', render: (_value, { level }) => LEVELS[level] },
  { title: '状态', width: '22rem', render: (_value, organ) => <ListedMarks organ={organ} /> },
];

interface Filter {
  readonly name: string;
  readonly onlyLacking: boolean;
}

function FoundOrgans({ name, onlyLacking }: Filter): ReactNode {
  const pages = usePages(organRoutes.list, {
    query: { ...(name !== '' && { name }), ...(onlyLacking && { lacksOffice: 'true' as const }) },
  });
  return (
    <DataTable
      caption="符合条件的机关"
      pages={pages}
      columns={COLUMNS}
      keyOf={({ organId }) => organId}
      empty={
        onlyLacking && name === ''
          ? '各机关的工作机构信息都已填写完整。'
          : '没有符合条件的机关，或不在您的权限范围内。'
      }
    />
  );
}

/** The organs within reach: as a tree, or those that were searched for. */
export function OrgansPage(): ReactNode {
  const { lacking = false } = useSearch({ from: '/frame/organs' });
  const [filter, setFilter] = useState<Filter>({ name: '', onlyLacking: lacking });
  const isFiltered = filter.name !== '' || filter.onlyLacking;
  return (
    <>
      <PageHeader />
      <section className="card">
        <Form layout="inline" className="filters" aria-label="筛选机关">
          <Form.Item label="名称" htmlFor="organ-name">
            <Input.Search
              id="organ-name"
              allowClear
              maxLength={50}
              placeholder="名称的一部分"
              onSearch={(name) => setFilter({ ...filter, name: name.trim() })}
            />
          </Form.Item>
          <Form.Item>
            <Checkbox
              checked={filter.onlyLacking}
              onChange={({ target }) => setFilter({ ...filter, onlyLacking: target.checked })}
            >
              只看工作机构信息不完整的
            </Checkbox>
          </Form.Item>
        </Form>
        {isFiltered ? <FoundOrgans {...filter} /> : <OrganTree />}
      </section>
    </>
  );
}
