import {
  INSPECTION_VERDICTS,
  type InspectionVerdict,
  MOST_PER_UNIT,
} from '@zhaoshi/domain/oversight/inspection';
import { ORDER_KINDS, type OrderKind } from '@zhaoshi/domain/oversight/remediation';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, civilDate, dateNamed, id, line, organKey, organParams, version } from '../fields.ts';
import { page, pageQuery } from '../page.ts';
import { remediationRow } from './remediation-orders.ts';

const verdict = z.enum(Object.keys(INSPECTION_VERDICTS) as [InspectionVerdict, ...InspectionVerdict[]]);

const row = {
  ...organKey,
  inspectionId: id,
  organName: z.string(),
  title: z.string(),
  publishedFrom: civilDate,
  publishedUntil: civilDate,
  units: z.int(),
  items: z.int(),
  /** Items of which something was found out. */
  checked: z.int(),
  faults: z.int(),
  createdOn: civilDate,
};

export const inspectionRow = z.object(row).meta({ id: 'InspectionRow' });

const item = z.object({
  item: z.int(),
  unit: z.object({ ...organKey, name: z.string() }),
  documentId: id,
  title: z.string(),
  /** Address of the public page; `null`: it is public no more. */
  publicPath: z.string().nullable(),
  publishedOn: civilDate,
  verdict: verdict.nullable(),
  /** Codes of questions. */
  faults: z.array(z.string()),
  note: z.string(),
  fileId: id.nullable(),
  checkedBy: z.string().nullable(),
  checkedOn: civilDate.nullable(),
});

export const shownInspection = z
  .object({
    ...row,
    perUnit: z.int(),
    /** Whoever has it draws the same items again. */
    seed: z.string(),
    checklist: z.array(z.object({ code: z.string(), text: z.string() })),
    precedingId: id.nullable(),
    followingIds: z.array(id),
    drawnFrom: z.array(z.object({ ...organKey, name: z.string(), published: z.int() })),
    checks: z.array(item),
    orders: z.array(remediationRow),
    version,
    abilities,
  })
  .meta({ id: 'Inspection' });

const params = z.object({ regionId: id, inspectionId: id });
const text = (longest: number) => z.string('应为文字').trim().max(longest, `不超过 ${longest} 字`);

export const inspectionRoutes = {
  list: defineRoute({
    id: 'inspections.list',
    method: 'GET',
    path: '/api/inspections',
    summary: '监督检查，新的在前',
    permission: 'inspection.read',
    query: pageQuery,
    response: page(inspectionRow),
  }),
  read: defineRoute({
    id: 'inspections.read',
    method: 'GET',
    path: '/api/inspections/:regionId/:inspectionId',
    summary: '一次监督检查：抽到的信息、检查结果、整改通知和通报',
    permission: 'inspection.read',
    params,
    response: shownInspection,
    versioned: true,
    problems: ['not-found'],
  }),
  create: defineRoute({
    id: 'inspections.create',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/inspections',
    summary: '制定检查计划，从各单位已经公开的信息中抽取；凭种子可以重抽核对',
    permission: 'inspection.handle',
    audit: 'inspection.create',
    params: organParams,
    body: z.strictObject({
      title: line(100),
      publishedFrom: dateNamed('公开日期从'),
      publishedUntil: dateNamed('公开日期到'),
      perUnit: z
        .int('应为整数')
        .min(1, '至少抽 1 条')
        .max(MOST_PER_UNIT, `每个单位最多抽 ${MOST_PER_UNIT} 条`),
      /** Empty: drawn. */
      seed: text(60).default(''),
      checklist: z.array(line(200)).min(1, '至少写一个检查项目').max(30, '最多 30 个检查项目'),
      units: z.array(z.strictObject(organKey)).min(1, '至少选择一个单位').max(200, '一次最多选择 200 个单位'),
    }),
    response: z.object({ inspectionId: id }),
    creates: true,
    problems: ['not-found'],
  }),
  record: defineRoute({
    id: 'inspections.record',
    method: 'PUT',
    path: '/api/inspections/:regionId/:inspectionId/items/:item',
    summary: '登记一条信息的检查结果，可以附照片',
    permission: 'inspection.handle',
    audit: 'inspection.record',
    params: params.extend({ item: z.coerce.number().int().min(1).max(10_000) }),
    body: z.strictObject({
      verdict,
      faults: z.array(z.string().max(10)).max(30),
      note: text(1000),
      fileId: id.nullable().default(null),
    }),
    response: shownInspection,
    ifMatch: true,
    versioned: true,
    problems: ['not-found'],
  }),
  order: defineRoute({
    id: 'inspections.order',
    method: 'POST',
    path: '/api/inspections/:regionId/:inspectionId/orders',
    summary: '按发现的问题向一个单位下达整改通知，或者予以通报',
    permission: 'inspection.handle',
    audit: 'inspection.order',
    params,
    body: z.strictObject({
      unit: z.strictObject(organKey),
      kind: z.enum(Object.keys(ORDER_KINDS) as [OrderKind, ...OrderKind[]]).default('order'),
      /** 文号; a circular has one. */
      number: text(100).default(''),
      dueOn: dateNamed('完成期限'),
      /** What is asked beyond putting right the faults that were found. */
      words: text(500),
    }),
    response: shownInspection,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
  again: defineRoute({
    id: 'inspections.again',
    method: 'POST',
    path: '/api/inspections/:regionId/:inspectionId/again',
    summary: '复查：把发现问题的信息再检查一遍',
    permission: 'inspection.handle',
    audit: 'inspection.create',
    params,
    response: z.object({ inspectionId: id }),
    creates: true,
    problems: ['not-found', 'state-refuses'],
  }),
};
