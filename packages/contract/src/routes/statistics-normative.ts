import type { RegisterRow } from '@zhaoshi/domain/disclosure/validity/normative-register';
import type { ValidityOnDay } from '@zhaoshi/domain/disclosure/validity/validity';
import { RECORDED_ENDS, type RecordedEndKind } from '@zhaoshi/domain/statistics/recorded-documents';
import { REGISTER_COLUMNS, REGISTER_ROWS, type RegisterColumn } from '@zhaoshi/domain/statistics/table-two';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, civilDate, id, line, organKey, organParams, version } from '../fields.ts';

const row = z.enum(REGISTER_ROWS as [RegisterRow, ...RegisterRow[]]);
const column = z.enum(Object.keys(REGISTER_COLUMNS) as [RegisterColumn, ...RegisterColumn[]]);
const VALIDITIES = [
  'notYet',
  'inForce',
  'revised',
  'expired',
  'repealed',
] as const satisfies readonly ValidityOnDay[];
const endKind = z.enum(Object.keys(RECORDED_ENDS) as [RecordedEndKind, ...RecordedEndKind[]]);

const end = z.object({
  kind: endKind,
  /** First day on which it is no longer valid. */
  on: civilDate,
  ground: z.string(),
});

/** A record entered by hand. */
export const normativeRecord = z
  .object({
    ...organKey,
    recordId: id,
    row,
    title: z.string(),
    documentNumber: z.string(),
    dateOfDocument: civilDate,
    validFrom: civilDate.nullable(),
    validTo: civilDate.nullable(),
    end: end.nullable(),
    version,
  })
  .meta({ id: 'NormativeRecord' });

/** A 规章 or normative document with its standing on a day. */
export const registerItem = z
  .object({
    id,
    row,
    title: z.string(),
    documentNumber: z.string(),
    dateOfDocument: civilDate,
    validFrom: civilDate,
    validTo: civilDate.nullable(),
    validity: z.enum(VALIDITIES),
    since: civilDate.nullable(),
    /** What brought its standing about, in words; empty when nothing but its own days did. */
    because: z.string(),
    /** The document of the platform; `null`: entered by hand. */
    documentId: id.nullable(),
    isWithdrawn: z.boolean(),
    record: normativeRecord.nullable(),
  })
  .meta({ id: 'RegisterItem' });

const fields = z.strictObject({
  row,
  title: line(300),
  documentNumber: line(100),
  dateOfDocument: civilDate,
  validFrom: civilDate.nullable(),
  validTo: civilDate.nullable(),
  end: z
    .strictObject({ kind: endKind, on: civilDate, ground: z.string().trim().max(300, '不超过 300 字') })
    .nullable(),
});

const recordParams = z.object({ regionId: id, recordId: id });
const day = z.object({ on: civilDate });

export const statisticsNormativeRoutes = {
  list: defineRoute({
    id: 'normative.list',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/normative-documents',
    summary: '规章、行政规范性文件在某一天的台账：效力状态，和当年制发、废止、现行有效的件数',
    permission: 'document.read',
    params: organParams,
    query: day,
    response: z.object({
      ...organKey,
      organName: z.string(),
      on: civilDate,
      items: z.array(registerItem.extend({ countsAs: z.array(column) })),
      counts: z.array(z.object({ row, column, count: z.int() })),
      abilities,
    }),
    problems: ['not-found'],
  }),
  export: defineRoute({
    id: 'normative.export',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/normative-documents/file',
    summary: '规章、行政规范性文件台账（xlsx）',
    permission: 'document.read',
    params: organParams,
    query: day,
    response: 'bytes',
    problems: ['not-found'],
  }),
  register: defineRoute({
    id: 'normative.register',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/normative-records',
    summary: '登记平台启用以前制发的文件，或者在平台以外被废止、失效的文件',
    permission: 'normative.write',
    audit: 'normative.register',
    params: organParams,
    body: fields,
    response: z.object({ recordId: id }),
    creates: true,
    problems: ['not-found', 'state-refuses'],
  }),
  edit: defineRoute({
    id: 'normative.edit',
    method: 'PUT',
    path: '/api/normative-records/:regionId/:recordId',
    summary: '修改登记',
    permission: 'normative.write',
    audit: 'normative.edit',
    params: recordParams,
    body: fields,
    response: normativeRecord.extend({ abilities }).meta({ id: 'ShownNormativeRecord' }),
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
  remove: defineRoute({
    id: 'normative.remove',
    method: 'POST',
    path: '/api/normative-records/:regionId/:recordId/remove',
    summary: '注销登记错误的文件，写明理由',
    permission: 'normative.write',
    audit: 'normative.remove',
    params: recordParams,
    body: z.strictObject({ reason: line(300) }),
    response: 'nothing',
    ifMatch: true,
    problems: ['not-found', 'state-refuses'],
  }),
};
