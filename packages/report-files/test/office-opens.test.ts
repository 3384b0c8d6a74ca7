import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellsHash } from '../src/cells-hash.ts';
import { readReportFile } from '../src/read/read-file.ts';
import type { ReadReport } from '../src/read-report.ts';
import { writeReportFile } from '../src/write/write-file.ts';
import { sampleReport } from './sample-reports.ts';

const SEEDS = new URL('../../../acceptance/fixtures/seeds/', import.meta.url);

function hasOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function read(bytes: Uint8Array, name: string): Promise<ReadReport> {
  const result = await readReportFile(bytes, { name });
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
  return result.value;
}

const folder = mkdtempSync(join(tmpdir(), 'report-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sample = (year: number): ReadReport => ({
  format: 'docx',
  report: sampleReport({ seed: year, year }),
  provenance: {},
  notes: [],
});

/** Both forms with figures everywhere, and the five published reports. */
async function reports(): Promise<ReadonlyMap<string, ReadReport>> {
  const found = new Map([
    ['form-2019', sample(2020)],
    ['form-2021', sample(2024)],
  ]);
  for (const name of readdirSync(SEEDS)) {
    found.set(name.replace('.txt', ''), await read(readFileSync(new URL(name, SEEDS)), name));
  }
  return found;
}

describe.skipIf(!hasOffice())('a Word document opened by another program', () => {
  let written: ReadonlyMap<string, ReadReport>;
  beforeAll(async () => {
    written = await reports();
    const files: string[] = [];
    for (const [name, one] of written) {
      const file = join(folder, `${name}.docx`);
      writeFileSync(file, await writeReportFile(one, 'docx'));
      files.push(file);
    }
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const wanted = ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, ...files];
    await promisify(execFile)('soffice', wanted, { timeout: 300_000 });
  }, 320_000);

  it('shows every cell of every table, on both forms and of all five published reports', async () => {
    expect(written.size).toBe(7);
    for (const [name, { report }] of written) {
      const printed = await read(readFileSync(join(folder, `${name}.pdf`)), `${name}.pdf`);
      expect(printed.report.tableForms, name).toEqual(report.tableForms);
      expect(cellsHash(printed.report), name).toBe(cellsHash(report));
    }
  }, 60_000);
});
