import type { Readable } from 'node:stream';
import type { Rejection } from '@zhaoshi/contract/problems';
import { EXPORT_HEADINGS } from '@zhaoshi/domain/application/register-sheet/export-row';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { streamSheet } from '../../../adapters/sheet/stream-sheet.ts';
import { findOrgan, type OrganIds } from '../../../db/queries/organs.ts';
import type { RegisterListing } from '../../../db/queries/register-rows.ts';
import type { Services } from '../../../services.ts';
import type { ChangeContext } from '../../context.ts';
import { exportedRows } from './exported-cases.ts';

export type ExportFilter = Omit<RegisterListing, 'cursor' | 'limit' | 'organId' | 'applicantHash'>;

export interface ExportedRegister {
  readonly organName: string;
  readonly bytes: Readable;
}

/** What no person chose. */
const OF_TODAY: ReadonlySet<string> = new Set(['today', 'soon']);

/**
 * The register of an organ with its applicants, as a workbook that is written while it is sent. That it was taken out,
 * by whom and how narrowed, is in the trail before the first byte leaves.
 */
export async function exportRegister(
  {
    change,
    reaches,
    caller,
    database,
    services,
  }: ChangeContext & { readonly services: Pick<Services, 'secretBox'> },
  { regionId, organId }: OrganIds,
  filter: ExportFilter,
): Promise<Result<ExportedRegister, Rejection>> {
  const recorded = await change(async (transaction) => {
    const organ = await findOrgan(transaction, { regionId, organId });
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    return ok({
      value: organ.name,
      subject: `organ/${organId}`,
      organPath: organ.path,
      // By what it was narrowed, not to what: words of a search can name somebody.
      details: { filters: Object.keys(filter).filter((name) => !OF_TODAY.has(name)) },
    });
  });
  if (!recorded.ok) return recorded;
  const source = { database, actor: caller.actor, box: services.secretBox };
  const rows = exportedRows(source, { ...filter, organId });
  return ok({
    organName: recorded.value,
    bytes: streamSheet({ name: '申请登记簿', headings: EXPORT_HEADINGS, rows }),
  });
}
