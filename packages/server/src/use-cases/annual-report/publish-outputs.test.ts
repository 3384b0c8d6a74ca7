import { evaluateReport } from '@zhaoshi/domain/annual-report/rules/evaluate';
import type { PublishedCopy } from '@zhaoshi/domain/annual-report/rules/register-facts';
import { DEFAULT_SETTINGS } from '@zhaoshi/domain/annual-report/rules/settings';
import { cellsHash } from '@zhaoshi/report-files/cells-hash';
import type { ReadReport } from '@zhaoshi/report-files/read-report';
import { writeReportFile } from '@zhaoshi/report-files/write/write-file';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readDemonstrationReports } from '../demonstration/load-demonstration.ts';
import { madeOutputs } from './publish-outputs.ts';

let reads: readonly ReadReport[];
beforeAll(async () => {
  reads = (await readDemonstrationReports()).map(({ read }) => read);
});

const firstReport = () => {
  const [read] = reads;
  if (read === undefined) throw new Error('the demonstration has no reports');
  return read.report;
};

/** What AR-PUB-01 says of the outputs. */
function finding(outputs: readonly PublishedCopy[]): readonly string[] {
  const report = firstReport();
  const work = {
    isSecrecyReviewed: true,
    returned: null,
    submittedOn: null,
    publishedOn: null,
    checkedHash: cellsHash(report),
    outputs,
    copies: [],
    isListedCentrally: true,
    publishedCells: null,
    restatement: null,
  };
  return evaluateReport({ report, settings: DEFAULT_SETTINGS, work })
    .filter(({ rule, status }) => rule === 'AR-PUB-01' && status === 'fail')
    .map(({ message }) => message);
}

describe('what is made for publication', () => {
  it('has the same figures in page, Word, PDF, Excel and JSON, of all five published reports', async () => {
    expect(reads).toHaveLength(5);
    for (const { report } of reads) {
      const outputs = await madeOutputs(report);
      expect(outputs.map(({ name }) => name)).toEqual([
        '网页',
        'Word 文档',
        'PDF 文档',
        'Excel 表格',
        '开放数据',
      ]);
      expect(new Set(outputs.map(({ hash }) => hash))).toEqual(new Set([cellsHash(report)]));
    }
  });

  it('has the same figures on a machine that needs longer than a stranger’s file may take', async () => {
    const now = performance.now.bind(performance);
    let late = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
      late = Math.min(late + 5000, 60_000);
      return now() + late;
    });
    const outputs = await madeOutputs(firstReport()).finally(() => clock.mockRestore());
    expect(finding(outputs)).toEqual([]);
  });

  it('stops publication when one file says something else', async () => {
    expect(finding(await madeOutputs(firstReport()))).toEqual([]);
    const wrong = await madeOutputs(firstReport(), async (read, format) => {
      const cell = { state: 'value', value: 987, raw: '987' } as const;
      const cells = { ...read.report.cells, 't3.newlyReceived/total': cell };
      const report = format === 'pdf' ? { ...read.report, cells } : read.report;
      return await writeReportFile({ ...read, report }, format);
    });
    const others = wrong.filter(({ hash }) => hash !== cellsHash(firstReport()));
    expect(others.map(({ name }) => name)).toEqual(['PDF 文档']);
    expect(finding(wrong)).toEqual(['发布文件与校验数据不一致。']);
  });
});
