import { createHash } from 'node:crypto';
import type { annualReportFileRoutes } from '@zhaoshi/contract/routes/annual-report-files';
import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import { writeReportFile } from '@zhaoshi/report-files/write/write-file';
import { cleanReport } from '../../domain/test/build-report.ts';
import { asRead } from '../src/use-cases/annual-report/freeze-report.ts';
import { plantReport } from './annual-report-desk.ts';
import type { World, WorldOrgan } from './api-world.ts';
import { plantFile } from './file-samples.ts';
import type { AreaSamples } from './route-sample.ts';

/** A Word file with a year's report of an organ of this name. */
export const reportFile = async (organ: string, reportYear: number): Promise<Buffer> => {
  const report: AnnualReport = {
    ...cleanReport('2021', reportYear),
    organ,
    title: `${organ}${reportYear}年政府信息公开工作年度报告`,
    signature: null,
  };
  return Buffer.from(await writeReportFile(asRead(report), 'docx'));
};

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Where the caller uploads: the own organ. */
async function homeOf(world: World, accountId: string | null, organ: WorldOrgan): Promise<WorldOrgan> {
  if (accountId === null) return organ;
  const row = await world.database.server
    .selectFrom('membership')
    .select(['region_id', 'organ_id'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row === undefined ? organ : { ...organ, regionId: row.region_id, organId: row.organ_id };
}

const entryOf =
  <const T extends 'submitted' | 'published'>(as: T) =>
  async (world: World, organ: WorldOrgan, caller: string | null) => {
    const { key } = await plantReport(world, organ, 'drafting');
    const content = await reportFile('示范县某单位', key.reportYear);
    const { fileId } = await plantFile(world, await homeOf(world, caller, organ), {
      name: '年度报告.docx',
      content,
    });
    const body = { fileId, sha256: sha256Of(content), as, source: '邮寄' };
    return { request: { params: key, body } };
  };

export const ANNUAL_REPORT_FILE_SAMPLES: AreaSamples<typeof annualReportFileRoutes> = {
  read: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const content = await reportFile('示范县某单位', 2023);
      const params = await plantFile(world, organ, { name: '年度报告.docx', content });
      return { request: { params } };
    },
  },
  entered: {
    aboutOrgan: true,
    prepare: (_world, { regionId, organId }) =>
      Promise.resolve({ request: { params: { regionId, organId } } }),
  },
  besideDraft: {
    aboutOrgan: true,
    prepare: async (world, organ, caller) => {
      const { key } = await plantReport(world, organ, 'drafting');
      const content = await reportFile('示范县某单位', key.reportYear);
      const home = await homeOf(world, caller, organ);
      const { fileId } = await plantFile(world, home, { name: '年度报告.docx', content });
      return { request: { params: { ...key, fileId } } };
    },
  },
  // Whether it is the caller’s own or the caller’s office receives it (annual-report/work/report-standing).
  enter: { aboutOrgan: true, rulesMayRefuse: 'state-refuses', prepare: entryOf('published') },
  receive: { aboutOrgan: true, rulesMayRefuse: 'state-refuses', prepare: entryOf('submitted') },
};
