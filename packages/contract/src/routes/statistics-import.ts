import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { organParams } from '../fields.ts';
import { enteredFigure, year } from './statistics-fields.ts';

const upload = {
  method: 'POST',
  permission: 'statistics.write',
  changesNothing: true,
  params: organParams,
  query: z.object({ year }),
  body: 'multipart',
} as const;

/** Figures out of a sheet: read and checked here, entered by `statistics.enter` like any other. */
export const statisticsImportRoutes = {
  importTemplate: defineRoute({
    id: 'statistics.importTemplate',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/statistics-import-template',
    summary: '统计数据的填报表（xlsx）：列出已经结束而没有填报的月份，附填写说明',
    permission: 'statistics.write',
    params: organParams,
    query: z.object({ year }),
    response: 'bytes',
    problems: ['not-found'],
  }),
  checkImport: defineRoute({
    ...upload,
    id: 'statistics.checkImport',
    path: '/api/organs/:regionId/:organId/statistics-import',
    summary: '上传填报表，逐行检查；不保存（multipart/form-data，一个文件部分）',
    response: z
      .object({
        /** Rows with a figure. */
        rows: z.int(),
        /** What can be entered, in the order of the sheet. */
        ready: z.array(enteredFigure),
        /** Rows that say what was entered already. */
        same: z.int(),
        failed: z.int(),
        failures: z.array(z.object({ row: z.int(), reasons: z.array(z.string()) })),
        unknownColumns: z.array(z.string()),
      })
      .meta({ id: 'StatisticsImportReport' }),
    problems: ['not-found', 'state-refuses', 'unavailable'],
  }),
  importFailures: defineRoute({
    ...upload,
    id: 'statistics.importFailures',
    path: '/api/organs/:regionId/:organId/statistics-import/failures',
    summary: '上传同一填报表，得到不能导入的行和原因（xlsx，与填报表格式相同）',
    response: 'bytes',
    problems: ['not-found', 'state-refuses', 'unavailable'],
  }),
};
