import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, civilDate, id, optionalLine, organKey, version } from '../fields.ts';

const params = z.object({
  regionId: id,
  reportYear: z.coerce.number('应为年份').int('应为年份').min(2008, '不早于 2008').max(2999, '年份不对'),
});

const unit = z.object({
  ...organKey,
  name: z.string(),
  included: z.boolean(),
  /** Why it is left out. */
  reason: z.string().nullable(),
  /** What it sends in: its own report, that of the government organ, or the region's aggregated one. */
  reportScope: z.enum(['organ', 'governmentOrgan', 'regionGovernment']).nullable(),
  /** 条例49、国办公开办函〔2021〕30号 */
  dueOn: civilDate.nullable(),
  /** The article or notice that sets the day. */
  dueBasis: z.string().nullable(),
  /** No longer there at the end of the year. */
  ended: z.boolean(),
});

export const reportingUnits = z
  .object({
    regionId: id,
    reportYear: z.int(),
    copiedFrom: z.int().nullable(),
    units: z.array(unit),
    /** Organs of the region that the list does not name yet. */
    notListed: z.array(z.object({ ...organKey, name: z.string() })),
    version,
    abilities,
  })
  .meta({ id: 'ReportingUnits' });

export const reportingUnitRoutes = {
  listYears: defineRoute({
    id: 'reportingUnit.listYears',
    method: 'GET',
    path: '/api/regions/:regionId/reporting-units',
    summary: '已有报送单位名单的年度',
    permission: 'reportingUnit.manage',
    params: z.object({ regionId: id }),
    response: z.object({
      years: z.array(z.object({ reportYear: z.int(), included: z.int() })),
      abilities,
    }),
    problems: ['not-found'],
  }),
  read: defineRoute({
    id: 'reportingUnit.read',
    method: 'GET',
    path: '/api/regions/:regionId/reporting-units/:reportYear',
    summary: '一个年度的年度报告报送单位名单',
    permission: 'reportingUnit.manage',
    params,
    response: reportingUnits,
    versioned: true,
    problems: ['not-found'],
  }),
  start: defineRoute({
    id: 'reportingUnit.start',
    method: 'POST',
    path: '/api/regions/:regionId/reporting-units/:reportYear',
    summary: '建立一个年度的报送单位名单，从上一年度的名单起步',
    permission: 'reportingUnit.manage',
    audit: 'reportingUnit.edit',
    params,
    response: reportingUnits,
    creates: true,
    problems: ['not-found', 'conflict'],
  }),
  edit: defineRoute({
    id: 'reportingUnit.edit',
    method: 'PUT',
    path: '/api/regions/:regionId/reporting-units/:reportYear',
    summary: '修改报送单位名单（顺序即显示顺序）',
    permission: 'reportingUnit.manage',
    audit: 'reportingUnit.edit',
    params,
    body: z.strictObject({
      units: z
        .array(z.strictObject({ ...organKey, included: z.boolean(), reason: optionalLine(300) }))
        .max(1000, '不超过 1000 个'),
    }),
    response: reportingUnits,
    ifMatch: true,
    versioned: true,
    problems: ['not-found'],
  }),
};
