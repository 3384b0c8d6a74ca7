import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { civilDate, id, organParams } from '../fields.ts';
import { page, pageQuery } from '../page.ts';
import {
  catalogContent,
  catalogDetail,
  catalogImportReport,
  catalogRow,
  pilotField,
} from './catalog-fields.ts';

const itemParams = z.object({ regionId: id, itemId: id });
const importParams = z.object({ ...organParams.shape, importId: id });

const catalogFilter = {
  field: z.union([pilotField, z.literal('none')]).optional(),
  /** An organ that has to publish it. */
  organId: id.optional(),
  /** valid: holds today; ended: no longer or not yet; unassigned: valid and without an organ. */
  state: z.enum(['valid', 'ended', 'unassigned']).optional(),
  q: z.string().trim().max(100).optional(),
};

const IMPORTS = '/api/organs/:regionId/:organId/catalog-imports';

export const itemCatalogRoutes = {
  search: defineRoute({
    id: 'itemCatalog.search',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/catalog-items/search',
    summary: '一个机关维护的标准目录',
    permission: 'document.read',
    changesNothing: true,
    params: organParams,
    body: z.strictObject({ ...pageQuery.shape, ...catalogFilter }),
    response: page(catalogRow),
    problems: ['not-found'],
  }),
  ofOrgan: defineRoute({
    id: 'itemCatalog.ofOrgan',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/own-catalog-items',
    summary: '一个机关应当公开的标准目录事项，供文件选择',
    permission: 'document.read',
    params: organParams,
    response: z.object({
      items: z.array(
        z.object({
          itemId: id,
          field: pilotField.nullable(),
          code: z.string(),
          title: z.string(),
          publicationPeriod: z.string(),
          contentElements: z.array(z.string()),
        }),
      ),
    }),
    problems: ['not-found'],
  }),
  read: defineRoute({
    id: 'itemCatalog.read',
    method: 'GET',
    path: '/api/catalog-items/:regionId/:itemId',
    summary: '标准目录的一个事项和它的各版内容',
    permission: 'document.read',
    params: itemParams,
    response: catalogDetail,
    versioned: true,
    problems: ['not-found'],
  }),
  save: defineRoute({
    id: 'itemCatalog.save',
    method: 'PUT',
    path: '/api/catalog-items/:regionId/:itemId',
    summary: '修改标准目录事项，从生效日期起用新内容，旧内容留存',
    permission: 'catalog.manage',
    audit: 'catalog.edit',
    params: itemParams,
    body: z.strictObject({ content: catalogContent }),
    response: catalogDetail,
    ifMatch: true,
    versioned: true,
    problems: ['not-found'],
  }),
  assign: defineRoute({
    id: 'itemCatalog.assign',
    method: 'PUT',
    path: '/api/catalog-items/:regionId/:itemId/organs',
    summary: '确定标准目录事项由哪些机关公开',
    permission: 'catalog.manage',
    audit: 'catalog.assign',
    params: itemParams,
    body: z.strictObject({ organIds: z.array(id).max(500, '不超过 500 个') }),
    response: catalogDetail,
    ifMatch: true,
    versioned: true,
    problems: ['not-found'],
  }),
  importTemplate: defineRoute({
    id: 'itemCatalog.importTemplate',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/catalog-import-template',
    summary: '标准目录的导入模板（xlsx，附填写说明）',
    permission: 'catalog.manage',
    params: organParams,
    response: 'bytes',
    problems: ['not-found'],
  }),
  checkImport: defineRoute({
    id: 'itemCatalog.checkImport',
    method: 'POST',
    path: IMPORTS,
    summary: '上传标准目录，逐行检查；还不导入（multipart/form-data，一个文件部分）',
    permission: 'catalog.manage',
    audit: 'catalog.import',
    params: organParams,
    query: z.object({
      /** Of rows that do not say from when they hold. */
      validFrom: civilDate,
      field: pilotField.optional(),
    }),
    body: 'multipart',
    response: catalogImportReport,
    problems: ['not-found', 'state-refuses', 'unavailable'],
  }),
  runImport: defineRoute({
    id: 'itemCatalog.runImport',
    method: 'POST',
    path: `${IMPORTS}/:importId/run`,
    summary: '导入检查通过的事项；不能导入的行留在错误文件里',
    permission: 'catalog.manage',
    audit: 'catalog.import',
    params: importParams,
    response: catalogImportReport,
    problems: ['not-found', 'state-refuses'],
  }),
  importFailures: defineRoute({
    id: 'itemCatalog.importFailures',
    method: 'GET',
    path: `${IMPORTS}/:importId/failures`,
    summary: '不能导入的行和原因（xlsx，与模板同样的格式）；只有上传的人可以下载',
    permission: 'catalog.manage',
    params: importParams,
    response: 'bytes',
    problems: ['not-found'],
  }),
  exportCatalog: defineRoute({
    id: 'itemCatalog.exportCatalog',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/catalog-export',
    summary: '导出标准目录（xlsx，可以改后再导入）',
    permission: 'document.read',
    changesNothing: true,
    params: organParams,
    body: z.strictObject(catalogFilter),
    response: 'bytes',
    problems: ['not-found'],
  }),
};
