import type { annualReportDownloadRoutes } from '@zhaoshi/contract/routes/annual-report-downloads';
import { plantReport, REPORT_YEAR } from './annual-report-desk.ts';
import { reportFile } from './annual-report-file-samples.ts';
import type { World, WorldOrgan } from './api-world.ts';
import { plantFile } from './file-samples.ts';
import type { AreaSamples } from './route-sample.ts';

const keyOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId, reportYear: REPORT_YEAR });

/** A report that was frozen with the file from which it was entered. */
async function entered(world: World, organ: WorldOrgan) {
  const { key } = await plantReport(world, organ, 'inSignature');
  const content = await reportFile('示范县某单位', key.reportYear);
  const { fileId } = await plantFile(world, organ, { name: '张三的报告.docx', content });
  await world.database.owner
    .updateTable('report_submission')
    .set({ file_region_id: key.regionId, file_id: fileId, origin: 'file' })
    .where((build) =>
      build.exists(
        build
          .selectFrom('report_work')
          .select('report_work.report_id')
          .whereRef('report_work.report_id', '=', 'report_submission.report_id')
          .where('report_work.organ_id', '=', key.organId)
          .where('report_work.report_year', '=', key.reportYear),
      ),
    )
    .execute();
  return { key, fileId };
}

export const ANNUAL_REPORT_DOWNLOAD_SAMPLES: AreaSamples<typeof annualReportDownloadRoutes> = {
  copy: {
    aboutOrgan: true,
    prepare: (_world, organ) =>
      Promise.resolve({
        request: { params: keyOf(organ), body: { submission: null, format: 'docx' as const } },
      }),
  },
  original: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { key } = await entered(world, organ);
      return { request: { params: key, body: { submission: 1 } } };
    },
  },
  leaderPackage: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: keyOf(organ) } }),
  },
};
