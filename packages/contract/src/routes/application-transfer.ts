import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { id, moment, organParams } from '../fields.ts';
import { registerFilter } from './applications.ts';

const importParams = z.object({ ...organParams.shape, importId: id });

/** What became of the rows of an old register; nothing in it names anybody. */
export const importReport = z
  .object({
    importId: id,
    createdAt: moment,
    rows: z.int(),
    /** Rows that can be imported, as the file was read. */
    ready: z.int(),
    failed: z.int(),
    /** `null` until it is done. */
    imported: z.int().nullable(),
    /** Of the rows that can be or were imported. */
    concluded: z.int(),
    open: z.int(),
    /** The first rows that cannot be, by their number in the sheet. */
    failures: z.array(z.object({ row: z.int(), reasons: z.array(z.string()) })),
    /** Columns of the sheet that are not in the template, and were not read. */
    unknownColumns: z.array(z.string()),
  })
  .meta({ id: 'ApplicationImport' });

const PATH = '/api/organs/:regionId/:organId/application-imports';

export const applicationTransferRoutes = {
  importTemplate: defineRoute({
    id: 'applications.importTemplate',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/application-import-template',
    summary: '旧登记簿的导入模板（xlsx，附填写说明）',
    permission: 'application.import',
    params: organParams,
    response: 'bytes',
    problems: ['not-found'],
  }),
  checkImport: defineRoute({
    id: 'applications.checkImport',
    method: 'POST',
    path: PATH,
    summary: '上传旧登记簿，逐行检查；还不导入（multipart/form-data，一个文件部分）',
    permission: 'application.import',
    audit: 'application.import',
    params: organParams,
    body: 'multipart',
    response: importReport,
    problems: ['not-found', 'state-refuses', 'unavailable'],
  }),
  runImport: defineRoute({
    id: 'applications.runImport',
    method: 'POST',
    path: `${PATH}/:importId/run`,
    summary: '导入检查通过的行；不能导入的行留在错误文件里',
    permission: 'application.import',
    audit: 'application.import',
    params: importParams,
    response: importReport,
    problems: ['not-found', 'state-refuses'],
  }),
  importReport: defineRoute({
    id: 'applications.importReport',
    method: 'GET',
    path: `${PATH}/:importId`,
    summary: '一次导入的检查和办理结果',
    permission: 'application.import',
    params: importParams,
    response: importReport,
    problems: ['not-found'],
  }),
  importFailures: defineRoute({
    id: 'applications.importFailures',
    method: 'GET',
    path: `${PATH}/:importId/failures`,
    summary: '不能导入的行和原因（xlsx，与模板同样的格式）；只有上传的人可以下载',
    permission: 'application.import',
    params: importParams,
    response: 'bytes',
    problems: ['not-found'],
  }),
  exportRegister: defineRoute({
    id: 'applications.exportRegister',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/application-export',
    summary: '导出申请登记簿（xlsx，含申请人信息；记入审计）',
    permission: 'application.export',
    audit: 'application.export',
    params: organParams,
    body: registerFilter.omit({ organId: true }),
    response: 'bytes',
    problems: ['not-found'],
  }),
};
