import { Link } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { reevaluationRoutes } from '@zhaoshi/contract/routes/reevaluation';
import { OUTCOMES } from '@zhaoshi/domain/application/outcome';
import { REEVALUATION_TRIGGERS } from '@zhaoshi/domain/disclosure/reevaluation/reevaluation';
import { Checkbox, Space, type TableColumnsType, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { usePages } from '../../app/use-pages.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { RecordDialog } from './record-dialog.tsx';
import { TriggerDialog } from './trigger-dialog.tsx';

export type QueuedReview = RouteOutput<typeof reevaluationRoutes.queue>['items'][number];

function About({ row: { regionId, about } }: { readonly row: QueuedReview }): ReactNode {
  if (about.kind === 'document') {
    const { documentId, title } = about;
    return (
      <Link to="/documents/$regionId/$documentId" params={{ regionId, documentId }}>
        {title === '' ? '没有标题的文件' : title}
      </Link>
    );
  }
  const { applicationId, registrationNumber, summary, outcome } = about;
  return (
    <>
      <Link to="/applications/$regionId/$applicationId" params={{ regionId, applicationId }}>
        申请 {registrationNumber}
      </Link>
      <small className="under quiet">
        {summary}（{OUTCOMES[outcome].title}）
      </small>
    </>
  );
}

/** What changed since the last review; why it is looked at again. */
function Changes({ row: { triggers } }: { readonly row: QueuedReview }): ReactNode {
  if (triggers.length === 0) return null;
  return (
    <ul className="plain-list" aria-label="情势变化">
      {triggers.map(({ kind, on, words }) => (
        <li key={`${kind} ${on} ${words}`}>
          {REEVALUATION_TRIGGERS[kind]}（{shownDate(on)}）<small className="under quiet">{words}</small>
        </li>
      ))}
    </ul>
  );
}

function Due({ row: { dueOn, reason, state } }: { readonly row: QueuedReview }): ReactNode {
  return (
    <>
      {shownDate(dueOn)} {state === 'overdue' && <Tag color="error">已到期</Tag>}
      {state === 'due' && <Tag color="warning">今天到期</Tag>}
      <small className="under quiet">{reason}</small>
    </>
  );
}

const keyOf = ({ about }: QueuedReview): string =>
  about.kind === 'document' ? about.documentId : about.applicationId;

/** What was withheld and is to be looked at again (条例18). */
export function ReevaluationPage(): ReactNode {
  const { abilities } = useSession();
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState<QueuedReview | null>(null);
  const [changed, setChanged] = useState<QueuedReview | null>(null);
  const pages = usePages(reevaluationRoutes.queue, { query: { stage: all ? 'all' : 'due' } });
  const act = (row: QueuedReview): ReactNode => (
    <Space wrap>
      {row.about.kind === 'application' ? (
        <AbilityButton needs="reevaluation.record" abilities={abilities} onClick={() => setChosen(row)}>
          记录评估
        </AbilityButton>
      ) : (
        '评估在文件页办理'
      )}
      <AbilityButton needs="reevaluation.record" abilities={abilities} onClick={() => setChanged(row)}>
        登记情势变化
      </AbilityButton>
    </Space>
  );
  const columns: TableColumnsType<QueuedReview> = [
    { title: '不予公开的信息', render: (_value, row) => <About row={row} /> },
    { title: '机关', width: '10rem', render: (_value, { organName }) => organName },
    {
      title: '评估日期和原因',
      width: '20rem',
      render: (_value, row) => (
        <>
          <Due row={row} />
          <Changes row={row} />
        </>
      ),
    },
    { title: '办理', width: '10rem', render: (_value, row) => act(row) },
  ];
  return (
    <>
      <PageHeader />
      <section className="card">
        <p>
          <Checkbox checked={all} onChange={({ target }) => setAll(target.checked)}>
            也显示还没有到期的
          </Checkbox>
        </p>
        <DataTable
          caption="待评估的信息"
          pages={pages}
          columns={columns}
          keyOf={keyOf}
          card={(row) => (
            <>
              <About row={row} />
              <p>{row.organName}</p>
              <p>
                <Due row={row} />
              </p>
              <Changes row={row} />
              {act(row)}
            </>
          )}
          empty="没有到期需要评估的信息。"
        />
      </section>
      {changed !== null && (
        <TriggerDialog
          regionId={changed.regionId}
          kind={changed.about.kind}
          thingId={keyOf(changed)}
          onClose={() => setChanged(null)}
        />
      )}
      {chosen !== null && chosen.about.kind === 'application' && (
        <RecordDialog
          regionId={chosen.regionId}
          applicationId={chosen.about.applicationId}
          registrationNumber={chosen.about.registrationNumber}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  );
}
