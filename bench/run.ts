import { parseArgs } from 'node:util';
import { benchAggregate } from './aggregate.ts';
import { benchApplications } from './applications.ts';
import { benchAssessment } from './assessment.ts';
import { benchDocumentImport } from './document-import.ts';
import { benchDocx } from './docx.ts';
import { benchEvaluate } from './evaluate.ts';
import { benchFolderMemory } from './folder-memory.ts';
import { type BenchLine, type BenchOptions, machine } from './measure.ts';
import { benchPdf } from './pdf.ts';
import { benchPortal } from './portal.ts';
import { benchScan } from './scan.ts';
import { benchSearch } from './search.ts';

const BENCHES: Readonly<Record<string, (options: BenchOptions) => Promise<readonly BenchLine[]>>> = {
  docx: benchDocx,
  evaluate: benchEvaluate,
  aggregate: benchAggregate,
  pdf: benchPdf,
  'folder-memory': benchFolderMemory,
  portal: benchPortal,
  applications: benchApplications,
  assessment: benchAssessment,
  search: benchSearch,
  scan: benchScan,
  'document-import': benchDocumentImport,
};

const { values, positionals } = parseArgs({
  options: { short: { type: 'boolean', default: false } },
  allowPositionals: true,
});

console.log(`${machine()}${values.short ? '，短测' : ''}`);
for (const [name, bench] of Object.entries(BENCHES)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  for (const line of await bench({ short: values.short })) {
    console.log(`${line.reached ? '达到' : '未达'}  ${line.what}：${line.figure}，目标 ${line.aim}`);
  }
}
