import { TABLE_IDS } from '@zhaoshi/domain/annual-report/ids';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { moment, organKey } from '../fields.ts';
import { reportStatus, sha256 } from './annual-report-fields.ts';
import { reportParams } from './annual-reports.ts';

const formVersion = z.enum(['2019', '2021']);

const tableForms = z.partialRecord(z.enum(TABLE_IDS), formVersion);

/** Every cell in the order of these forms, amounts in 万元; `null`: no figure. */
const figures = z.array(z.number().nullable());

/** A unit of the list with what stands for it in the sum. */
const countedMember = z.object({
  ...organKey,
  name: z.string(),
  /** `null`: nobody has begun. */
  status: reportStatus.nullable(),
  /** The frozen state that counts; `null`: the unit is missing. */
  counted: z
    .object({
      contentSha256: sha256,
      tableForms,
      figures,
    })
    .nullable(),
});

export const annualReportMemberRoutes = {
  read: defineRoute({
    id: 'annualReportMembers.read',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/annual-reports/:reportYear/members',
    summary: '一级政府一年的报送单位名单，以及各单位计入汇总的每格数字',
    permission: 'report.read',
    params: reportParams,
    response: z
      .object({
        ...organKey,
        organName: z.string(),
        reportYear: z.int(),
        formVersion,
        /** In the order of the list; empty of a report that is no sum. */
        members: z.array(countedMember),
      })
      .meta({ id: 'AnnualReportMembers' }),
    problems: ['not-found'],
  }),
  outlook: defineRoute({
    id: 'annualReportMembers.outlook',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/annual-reports/:reportYear/outlook',
    summary: '如果今天截止，一级政府的汇总会是多少：已报送的按报送，其余按各单位现在的数字',
    permission: 'report.read',
    params: reportParams,
    response: z
      .object({
        ...organKey,
        reportYear: z.int(),
        formVersion,
        asOf: moment,
        /** `null`: no unit has a figure. */
        cells: z.array(z.object({ cell: z.string(), value: z.number().nullable() })),
        units: z.array(
          z.object({
            ...organKey,
            name: z.string(),
            source: z.enum(['sent', 'now', 'nothing']),
            tableForms,
            figures,
          }),
        ),
      })
      .meta({ id: 'AnnualReportOutlook' }),
    problems: ['not-found'],
  }),
};
