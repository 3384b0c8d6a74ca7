import { PlusOutlined } from '@ant-design/icons';
import { Link, useNavigate } from '@tanstack/react-router';
import { surveyRoutes } from '@zhaoshi/contract/routes/surveys';
import { SURVEY_STATUSES } from '@zhaoshi/domain/survey/survey';
import type { TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { useSession } from '../../app/session.ts';
import { usePages } from '../../app/use-pages.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { emptyWords } from '../../ui/empty-words.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { periodOf, type SurveyRow } from './shown-survey.ts';

const SurveyLink = ({ row: { regionId, surveyId, title } }: { readonly row: SurveyRow }): ReactNode => (
  <Link to="/surveys/$regionId/$surveyId" params={{ regionId, surveyId }}>
    {title}
  </Link>
);

const COLUMNS: TableColumnsType<SurveyRow> = [
  { title: '问卷', render: (_value, row) => <SurveyLink row={row} /> },
  { title: '机关', width: '14rem', render: (_value, { organName }) => organName },
  { title: '起止日期', width: '18rem', render: (_value, row) => periodOf(row) },
  { title: '答卷', width: '6rem', render: (_value, { sheets }) => `${sheets} 份` },
  { title: '状态', width: '8rem', render: (_value, { status }) => SURVEY_STATUSES[status] },
];

const card = (row: SurveyRow): ReactNode => (
  <>
    <SurveyLink row={row} />
    <p>
      {SURVEY_STATUSES[row.status]}，{row.sheets} 份答卷
    </p>
    <p className="quiet">
      {row.organName}，{periodOf(row)}
    </p>
  </>
);

/** The surveys within reach. */
export function SurveysPage(): ReactNode {
  const { abilities } = useSession();
  const navigate = useNavigate();
  const pages = usePages(surveyRoutes.list, { query: {} });
  return (
    <>
      <PageHeader
        actions={
          <AbilityButton
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            needs="survey.manage"
            abilities={abilities}
            onClick={() => void navigate({ to: '/surveys/new' })}
          >
            起草问卷
          </AbilityButton>
        }
      />
      <section className="card">
        <DataTable
          caption="社会评议问卷"
          pages={pages}
          columns={COLUMNS}
          keyOf={({ surveyId }) => surveyId}
          card={card}
          empty={emptyWords(
            '还没有问卷。',
            '点“起草问卷”，题目已经备好三道，可以直接改。',
            abilities.includes('survey.manage'),
          )}
        />
      </section>
    </>
  );
}
