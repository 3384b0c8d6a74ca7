import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { findOrgan } from '../../../db/queries/organs.ts';
import type { Services } from '../../../services.ts';
import { holdCalendars } from '../../calendar/calendar-lock.ts';
import type { ChangeContext } from '../../context.ts';
import { oneAtATime } from '../../one-at-a-time.ts';
import { caseContext } from '../case-context.ts';
import { checkRows } from './check-rows.ts';
import { insertImported } from './insert-imported.ts';
import {
  findImport,
  type ImportIds,
  type ImportReport,
  type KeptRows,
  openRows,
  reportOf,
  sealRows,
  withoutWords,
} from './kept-import.ts';

const DONE: Rejection = {
  code: 'state-refuses',
  detail: '这个文件已经导入过，没有再次导入。要补充其他申请的，请上传另一个文件。',
};

/**
 * Imports what was found right: all of it in one transaction. What has become wrong since the file was read, such as a
 * number that somebody registered meanwhile, goes to the failed rows.
 */
export async function runImport(
  context: ChangeContext & { readonly services: Pick<Services, 'secretBox'> },
  ids: ImportIds,
): Promise<Result<ImportReport, Rejection>> {
  const { change, reaches, now, newId, caller, services } = context;
  const box = services.secretBox;
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, ids);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    await holdCalendars(transaction);
    // Two imports into one register, or one of them twice: the second sees what the first did.
    await oneAtATime(transaction, `application import ${organ.organ_id}`);
    const found = await findImport(transaction, ids, caller.accountId);
    if (found === undefined) return err({ code: 'not-found' });
    if (found.imported !== null) return err(DONE);
    const kept = openRows(box, found);
    const at = now();
    const rules = await caseContext(transaction, organ.path, at);
    const { ready, failed } =
      kept.ready.length === 0
        ? { ready: [], failed: [] }
        : await checkRows(transaction, ids, kept.ready, { rules, actorId: caller.accountId });
    await insertImported(transaction, ready, { organ, rules, box, newId, at });
    const left: KeptRows = {
      ready: ready.map(({ number, row, given }) =>
        withoutWords({ number, row, isConcluded: given.result !== null }),
      ),
      failed: [...kept.failed, ...failed].toSorted((a, b) => a.number - b.number),
      unknownColumns: kept.unknownColumns,
    };
    const changed = { imported: ready.length, sealed: sealRows(box, ids.importId, left) };
    await transaction
      .updateTable('application_import')
      .set(changed)
      .where('region_id', '=', ids.regionId)
      .where('import_id', '=', ids.importId)
      .execute();
    return ok({
      value: reportOf({ ...found, ...changed }, left),
      subject: `application-import/${ids.importId}`,
      organPath: organ.path,
      details: { rows: found.rows, imported: ready.length, failed: left.failed.length },
    });
  });
}
