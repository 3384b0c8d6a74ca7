import type { FormVersion } from '@zhaoshi/domain/annual-report/ids';
import type { OrganKind } from '@zhaoshi/domain/annual-report/report';
import { readReportFile } from '@zhaoshi/report-files/read/read-file';
import type { ReadError } from '@zhaoshi/report-files/read-error';
import type { ReadReport } from '@zhaoshi/report-files/read-report';
import { CliError } from './cli-error.ts';
import { type Input, readInput } from './inputs.ts';
import type { Io } from './io.ts';

/** What the caller says about a report instead of leaving it to the file. */
export interface Overrides {
  readonly year?: number;
  readonly form?: FormVersion;
  readonly organKind?: OrganKind;
}

export interface Readable {
  readonly input: Input;
  readonly read: ReadReport;
}

export interface Refused {
  readonly input: Input;
  readonly error: ReadError;
}

export type Loaded = Readable | Refused;

/** Reads one input; what cannot be read is told, not thrown, so that the other files go on. */
export async function loadReport(input: Input, overrides: Overrides, io: Io): Promise<Loaded> {
  let bytes: Uint8Array | ReadError;
  try {
    bytes = await readInput(input, io);
  } catch (error) {
    if (error instanceof CliError) return { input, error: { code: 'damaged', message: error.message } };
    throw error;
  }
  if (!(bytes instanceof Uint8Array)) return { input, error: bytes };
  const result = await readReportFile(bytes, {
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(overrides.year === undefined ? {} : { reportYear: overrides.year }),
    ...(overrides.form === undefined ? {} : { formVersion: overrides.form }),
    ...(overrides.organKind === undefined ? {} : { organKind: overrides.organKind }),
  });
  return result.ok ? { input, read: result.value } : { input, error: result.error };
}

/** Like `loadReport` for a file the command cannot do without. */
export async function requireReport(input: Input, overrides: Overrides, io: Io): Promise<ReadReport> {
  const loaded = await loadReport(input, overrides, io);
  if ('error' in loaded) throw new CliError(`${input.label}：${loaded.error.message}`);
  return loaded.read;
}
