import type { ReactNode } from 'react';
import { PageHeader } from '../../ui/page-header.tsx';
import { FailedJobs } from './failed-jobs.tsx';
import { Queues } from './queues.tsx';
import { Schedules } from './schedules.tsx';

export function JobsPage(): ReactNode {
  return (
    <>
      <PageHeader />
      <FailedJobs />
      <Queues />
      <Schedules />
    </>
  );
}
