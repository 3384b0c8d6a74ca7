import { evaluateReport } from '@zhaoshi/domain/annual-report/rules/evaluate';
import { DEFAULT_SETTINGS } from '@zhaoshi/domain/annual-report/rules/settings';
import { readReportFile } from '@zhaoshi/report-files/read/read-file';
import { writeDocx } from '@zhaoshi/report-files/write/docx/write-docx';
import { SaxesParser } from 'saxes';
import yauzl from 'yauzl';
import { sampleReport } from '../packages/report-files/test/sample-reports.ts';
import { type BenchLine, type BenchOptions, compareCpu, times } from './measure.ts';

/** The floor: the same library unzips `document.xml`, the same parser passes over it once and does nothing. */
async function floor(bytes: Uint8Array): Promise<void> {
  const xml = await new Promise<string>((resolve, reject) => {
    yauzl.fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
      { lazyEntries: true },
      (error, zip) => {
        if (error) return reject(error);
        zip.on('entry', (entry: yauzl.Entry) => {
          if (entry.fileName !== 'word/document.xml') return zip.readEntry();
          zip.openReadStream(entry, (openError, stream) => {
            if (openError) return reject(openError);
            const chunks: Buffer[] = [];
            stream.on('data', (chunk: Buffer) => chunks.push(chunk));
            stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
            stream.on('error', reject);
          });
        });
        zip.readEntry();
      },
    );
  });
  const parser = new SaxesParser();
  parser.on('opentag', () => {});
  parser.on('text', () => {});
  parser.on('closetag', () => {});
  parser.write(xml).close();
}

async function readAndCheck(bytes: Uint8Array): Promise<void> {
  const result = await readReportFile(bytes, { name: '年报.docx' });
  if (!result.ok) throw new Error(result.error.message);
  evaluateReport({ report: result.value.report, settings: DEFAULT_SETTINGS });
}

/** Read + check of a docx against unzip + one SAX pass over the same `document.xml`. */
export async function benchDocx({ short }: BenchOptions): Promise<readonly BenchLine[]> {
  const bytes = await writeDocx(sampleReport({ seed: 7, year: 2023 }));
  const batch = 10;
  const work = (): Promise<void> => times(batch, () => readAndCheck(bytes));
  const least = (): Promise<void> => times(batch, () => floor(bytes));
  await compareCpu(work, least, short ? 2 : 5);
  const result = await compareCpu(work, least, short ? 5 : 21);
  return [
    {
      what: 'docx：读取并校验 ÷（解压＋SAX 走一遍 document.xml）',
      figure: `${result.ratio.toFixed(2)} 倍（${(result.work / batch).toFixed(1)} ms ÷ ${(result.floor / batch).toFixed(1)} ms CPU）`,
      aim: '≤ 2.5 倍',
      reached: result.ratio <= 2.5,
    },
  ];
}
