import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { reportParams } from './annual-reports.ts';

const PATH = '/api/organs/:regionId/:organId/annual-reports/:reportYear';

/** In which a report is published, and taken away before. */
export const REPORT_FORMATS = ['docx', 'pdf', 'xlsx', 'html', 'json'] as const;

export type ReportDownloadFormat = (typeof REPORT_FORMATS)[number];

const submission = z.int('应为封存的次数').min(1, '封存从第 1 次起');

export const annualReportDownloadRoutes = {
  copy: defineRoute({
    id: 'annualReportDownloads.copy',
    method: 'POST',
    path: `${PATH}/copies`,
    summary:
      '下载年度报告的文本：现在的（编写中的每页标明“工作稿”），或者某一次封存的；docx、pdf、xlsx、html、json，记入审计',
    permission: 'report.read',
    audit: 'annualReport.download',
    params: reportParams,
    body: z.strictObject({
      /** `null`: as it stands now. */
      submission: submission.nullable(),
      format: z.enum(REPORT_FORMATS),
    }),
    response: 'bytes',
    problems: ['not-found', 'unavailable'],
  }),
  original: defineRoute({
    id: 'annualReportDownloads.original',
    method: 'POST',
    path: `${PATH}/originals`,
    summary: '下载录入的年度报告文件的原件，记入审计',
    permission: 'report.read',
    audit: 'annualReport.download',
    params: reportParams,
    body: z.strictObject({ submission }),
    response: 'bytes',
    problems: ['not-found', 'unavailable'],
  }),
  leaderPackage: defineRoute({
    id: 'annualReportDownloads.leaderPackage',
    method: 'POST',
    path: `${PATH}/leader-package`,
    summary:
      '下载送签说明（docx）：主要数字和上年对比、变化、未处理的校验结果、整改、败诉、要签什么；记入审计',
    permission: 'report.read',
    audit: 'annualReport.download',
    params: reportParams,
    response: 'bytes',
    problems: ['not-found', 'unavailable'],
  }),
};
