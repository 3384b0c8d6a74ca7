import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { jobRoutes } from '@zhaoshi/contract/routes/jobs';
import { App, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { usePages } from '../../app/use-pages.ts';
import { useChange } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

type Failed = RouteOutput<typeof jobRoutes.failed>['items'][number];

/** Jobs that are no longer tried by themselves, with the way to try again. */
export function FailedJobs(): ReactNode {
  const pages = usePages(jobRoutes.failed, { query: {} });
  const retry = useChange(jobRoutes.retry, { also: ['desk'] });
  const { message } = App.useApp();
  const columns: TableColumnsType<Failed> = [
    { title: '任务', dataIndex: 'title' },
    {
      title: '原因',
      render: (_value, { reason, code }) => (
        <>
          {reason} <small className="quiet">{code}</small>
        </>
      ),
    },
    { title: '已试次数', dataIndex: 'attempts', className: 'figures' },
    { title: '失败时间', className: 'figures', render: (_value, { failedAt }) => shownMoment(failedAt) },
    {
      title: '操作',
      render: (_value, { jobId, title, abilities }) => (
        <AbilityButton
          size="small"
          needs="job.retry"
          abilities={abilities}
          aria-label={`重新执行${title}`}
          loading={retry.isPending && retry.variables.request.params.jobId === jobId}
          onClick={() =>
            retry.mutate(
              { request: { params: { jobId } } },
              { onSuccess: () => void message.success('已重新排队') },
            )
          }
        >
          重新执行
        </AbilityButton>
      ),
    },
  ];
  return (
    <section className="card">
      <h2>需要处理</h2>
      <ProblemAlert error={retry.error} />
      <DataTable
        caption="失败的任务"
        pages={pages}
        columns={columns}
        keyOf={({ jobId }) => jobId}
        empty="没有失败的任务。"
      />
    </section>
  );
}
