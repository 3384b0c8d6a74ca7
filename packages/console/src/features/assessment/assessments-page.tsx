import { PlusOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { assessmentRoutes } from '@zhaoshi/contract/routes/assessments';
import { chineseSpan } from '@zhaoshi/domain/kernel/chinese-date';
import { Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../app/session.ts';
import { usePages } from '../../app/use-pages.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { BeginDialog } from './begin-dialog.tsx';
import { type ListedAssessment, STATES } from './shown-assessment.ts';
import './assessment.css';

function Title({ row }: { readonly row: ListedAssessment }): ReactNode {
  const { regionId, assessmentId, title, isOwnUnit } = row;
  const { organ, abilities } = useSession();
  const judges = abilities.includes('assessment.judge');
  if (isOwnUnit && !judges && organ !== null) {
    return (
      <Link
        to="/assessments/$regionId/$assessmentId/$unitOrganId"
        params={{ regionId, assessmentId, unitOrganId: organ.organId }}
      >
        {title}
      </Link>
    );
  }
  return (
    <Link to="/assessments/$regionId/$assessmentId" params={{ regionId, assessmentId }}>
      {title}
    </Link>
  );
}

const period = ({ startsOn, endsOn }: ListedAssessment): string => chineseSpan(startsOn, endsOn);

/** The assessments in which the own organ is a unit, and those within reach. */
export function AssessmentsPage(): ReactNode {
  const { abilities, organ } = useSession();
  const [isBeginning, setBeginning] = useState(false);
  const pages = usePages(assessmentRoutes.list, { query: {} });
  return (
    <>
      <PageHeader
        actions={
          <AbilityButton
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            needs="assessment.manage"
            abilities={abilities}
            onClick={() => setBeginning(true)}
          >
            设立考核
          </AbilityButton>
        }
      />
      <section className="card">
        <DataTable
          caption="考核"
          pages={pages}
          columns={[
            { title: '考核', render: (_value, row: ListedAssessment) => <Title row={row} /> },
            { title: '组织考核的机关', width: '14rem', render: (_value, { organName }) => organName },
            { title: '起止', width: '18rem', render: (_value, row) => period(row) },
            { title: '单位', width: '6rem', className: 'figures', render: (_value, { units }) => units },
            { title: '状态', width: '7rem', render: (_value, { state }) => <Tag>{STATES[state]}</Tag> },
          ]}
          keyOf={({ assessmentId }) => assessmentId}
          card={(row) => (
            <>
              <Title row={row} /> <Tag>{STATES[row.state]}</Tag>
              <p>
                {row.organName}，{row.units} 个单位
              </p>
              <p className="quiet">{period(row)}</p>
            </>
          )}
          empty="还没有考核。主管部门设立考核以后，各单位在这里看到自己全年的得分。"
        />
      </section>
      {isBeginning && organ !== null && <BeginDialog organ={organ} onClose={() => setBeginning(false)} />}
    </>
  );
}
