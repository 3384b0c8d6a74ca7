import { reportPage } from '@zhaoshi/portal/pages/report';
import { DOWNLOADS } from '@zhaoshi/portal/pages/report-parts';
import { reportVersionPage } from '@zhaoshi/portal/pages/report-version';
import { downloadPath, organPath, reportPath, reportVersionPath } from '@zhaoshi/portal/paths';
import { organPathOf, type PathNames } from './portal-pages-data.ts';
import { loadReport, loadReportVersion, publishedReportFile } from './portal-pages-report.ts';
import { FILE_ANSWER, prepareBody } from './prepared-body.ts';
import { type PublicDocument, pageDocument, SHOWS_NOTHING } from './public-document.ts';

const REPORT_ROUTE = reportPath(organPath(':region', ':organ'), ':year');
const VERSION_ROUTE = reportVersionPath(REPORT_ROUTE, ':edition');

const reportPathOf = (names: PathNames): string => reportPath(organPathOf(names), names.year ?? '');
const versionPathOf = (names: PathNames): string =>
  reportVersionPath(reportPathOf(names), names.edition ?? '');

const FILE_TYPES: Readonly<Record<(typeof DOWNLOADS)[number]['format'], string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
};

const fileName = ({ organ, year, edition }: PathNames, format: string): string =>
  `${organ}-${year}${edition === undefined ? '' : `-v${edition}`}.${format}`;

const downloadsOf = (route: string, path: PublicDocument['path']): readonly PublicDocument[] =>
  DOWNLOADS.map(({ format }) => ({
    route: downloadPath(route, format),
    query: [],
    path: (names) => downloadPath(path(names), format),
    shows: SHOWS_NOTHING,
    hasDisplays: false,
    make: async ({ published }, names) => {
      const bytes = await publishedReportFile(published, names, format);
      const disposition = `attachment; filename="${fileName(names, format)}"`;
      return (
        bytes &&
        (await prepareBody(FILE_TYPES[format], bytes, format === 'json', { ...FILE_ANSWER, disposition }))
      );
    },
  }));

/** A report and its files. */
export const REPORT_DOCUMENTS: readonly PublicDocument[] = [
  pageDocument(REPORT_ROUTE, reportPathOf, async (source, names, frame) => {
    const report = await loadReport(source, names);
    return report && reportPage(frame, report);
  }),
  ...downloadsOf(REPORT_ROUTE, reportPathOf),
];

/** A version that a restatement has replaced, with its files. */
export const REPORT_VERSION_DOCUMENTS: readonly PublicDocument[] = [
  pageDocument(VERSION_ROUTE, versionPathOf, async (source, names, frame) => {
    const report = await loadReportVersion(source, names);
    return report && reportVersionPage(frame, report);
  }),
  ...downloadsOf(VERSION_ROUTE, versionPathOf),
];
