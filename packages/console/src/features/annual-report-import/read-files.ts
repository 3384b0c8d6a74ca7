import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { annualReportFileRoutes } from '@zhaoshi/contract/routes/annual-report-files';
import { fileRoutes } from '@zhaoshi/contract/routes/files';
import { call } from '../../app/api.ts';

export type Reading = RouteOutput<typeof annualReportFileRoutes.read>;

export interface Unit {
  readonly regionId: string;
  readonly organId: string;
  readonly name: string;
}

/** A file that was chosen, with what became of it. */
export interface ChosenFile {
  readonly key: string;
  readonly name: string;
  readonly fileId: string | null;
  readonly reading: Reading | null;
  /** What went wrong with it. */
  readonly error: unknown;
  readonly unit: Unit | null;
  readonly year: number | null;
  readonly entered: 'submitted' | 'published' | 'draft' | null;
}

export const FORMATS = '.docx,.doc,.wps,.pdf,.html,.htm,.mht,.xlsx,.xls,.et,.ods,.txt';

/** Uploads a file for the own organ and has it read; a file that cannot be read says why. */
export async function readChosen(
  { regionId, organId }: Pick<Unit, 'regionId' | 'organId'>,
  file: File,
): Promise<ChosenFile> {
  const start = { key: crypto.randomUUID(), name: file.name, entered: null };
  const nothing = { fileId: null, reading: null, unit: null, year: null };
  try {
    const body = new FormData();
    body.append('file', file, file.name);
    const request = { params: { regionId, organId }, body };
    const options = { idempotencyKey: crypto.randomUUID() };
    const { fileId } = await call(fileRoutes.upload, request, options);
    const reading = await call(annualReportFileRoutes.read, { params: { regionId, fileId } });
    const [only, ...others] = reading.units;
    const unit = others.length === 0 ? (only ?? null) : null;
    return { ...start, fileId, reading, error: null, unit, year: reading.reportYear };
  } catch (error) {
    return { ...start, ...nothing, error };
  }
}

/** Nothing about it was doubtful: it may be entered with others by one press. */
export const isSure = ({ reading, unit, year, entered }: ChosenFile): boolean =>
  entered === null && reading !== null && reading.doubts.length === 0 && unit !== null && year !== null;
