import { PlusOutlined } from '@ant-design/icons';
import { Link, useNavigate } from '@tanstack/react-router';
import { inspectionRoutes } from '@zhaoshi/contract/routes/inspections';
import type { TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { usePages } from '../../app/use-pages.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { emptyWords } from '../../ui/empty-words.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import type { InspectionRow } from './shown-inspection.ts';

function InspectionLink({
  row: { regionId, inspectionId, title },
}: {
  readonly row: InspectionRow;
}): ReactNode {
  return (
    <Link to="/inspections/$regionId/$inspectionId" params={{ regionId, inspectionId }}>
      {title}
    </Link>
  );
}

const progress = ({ items, checked, faults }: InspectionRow): string =>
  `已检查 ${checked}/${items} 条，有问题 ${faults} 条`;

const COLUMNS: TableColumnsType<InspectionRow> = [
  { title: '检查', render: (_value, row) => <InspectionLink row={row} /> },
  { title: '制定日期', width: '9rem', render: (_value, { createdOn }) => shownDate(createdOn) },
  { title: '单位', width: '6rem', render: (_value, { units }) => `${units} 个` },
  { title: '结果', width: '18rem', render: (_value, row) => progress(row) },
];

const card = (row: InspectionRow): ReactNode => (
  <>
    <InspectionLink row={row} />
    <p>
      {shownDate(row.createdOn)}，{row.units} 个单位
    </p>
    <p>{progress(row)}</p>
  </>
);

/** The inspections of an organ. */
export function InspectionsPage(): ReactNode {
  const { abilities } = useSession();
  const navigate = useNavigate();
  const pages = usePages(inspectionRoutes.list, { query: {} });
  return (
    <>
      <PageHeader
        actions={
          <AbilityButton
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            needs="inspection.handle"
            abilities={abilities}
            onClick={() => void navigate({ to: '/inspections/new' })}
          >
            制定检查计划
          </AbilityButton>
        }
      />
      <section className="card">
        <DataTable
          caption="监督检查"
          pages={pages}
          columns={COLUMNS}
          keyOf={({ inspectionId }) => inspectionId}
          card={card}
          empty={emptyWords(
            '还没有检查。',
            '点“制定检查计划”，从各单位已经公开的信息里抽查。',
            abilities.includes('inspection.handle'),
          )}
        />
      </section>
    </>
  );
}
