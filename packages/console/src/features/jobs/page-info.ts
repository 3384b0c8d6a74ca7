import type { PageInfo } from '../../app/page-info.ts';

export const JOBS_PAGE = {
  title: '后台任务',
  purpose: '查看通知发送、定时工作等后台任务，重新执行失败的任务。',
  law: [],
  needs: 'job.read',
  help: [
    {
      question: '任务失败会怎样？',
      answer: '系统按间隔自动重试；多次仍不成功的停在“需要处理”，排除原因后可以重新执行，内容没有丢失。',
    },
  ],
} as const satisfies PageInfo;
