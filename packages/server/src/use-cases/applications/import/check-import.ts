import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { findOrgan, type OrganIds } from '../../../db/queries/organs.ts';
import type { Services } from '../../../services.ts';
import type { ChangeContext } from '../../context.ts';
import { caseContext } from '../case-context.ts';
import { refuseOrgan } from '../register-application.ts';
import { checkRows } from './check-rows.ts';
import { type ImportReport, type KeptRows, reportOf, sealRows } from './kept-import.ts';
import { readSheetRows } from './sheet-rows.ts';

export interface CheckImport extends OrganIds {
  readonly bytes: Uint8Array;
}

/** Reads an old register and keeps its rows, sealed, until somebody has looked at what is wrong with them. */
export async function checkImport(
  context: ChangeContext & { readonly services: Pick<Services, 'secretBox'> },
  { regionId, organId, bytes }: CheckImport,
): Promise<Result<ImportReport, Rejection>> {
  const { change, reaches, now, newId, caller, services } = context;
  const read = await readSheetRows(bytes);
  if (!read.ok) return read;
  const { rows, unknownColumns } = read.value;
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, { regionId, organId });
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const at = now();
    const rules = await caseContext(transaction, organ.path, at);
    const refused = refuseOrgan(organ, rules.today);
    if (refused !== null) return err(refused);
    const actorId = caller.accountId;
    const { ready, failed } = await checkRows(transaction, { regionId, organId }, rows, { rules, actorId });
    const kept: KeptRows = {
      ready: ready.map(({ number, row, given }) => ({ number, row, isConcluded: given.result !== null })),
      failed,
      unknownColumns,
    };
    const importId = newId();
    const row = {
      region_id: regionId,
      import_id: importId,
      organ_id: organId,
      account_id: actorId,
      created_at: at,
      rows: rows.length,
      ready: ready.length,
      imported: null,
      sealed: sealRows(services.secretBox, importId, kept),
    };
    await transaction.insertInto('application_import').values(row).execute();
    return ok({
      value: reportOf(row, kept),
      subject: `application-import/${importId}`,
      organPath: organ.path,
      details: { rows: rows.length, ready: ready.length, failed: failed.length },
    });
  });
}
