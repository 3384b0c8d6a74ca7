import type { Readable } from 'node:stream';
import type { Rejection } from '@zhaoshi/contract/problems';
import { hasCaseFile } from '@zhaoshi/domain/application/case-bundle';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { type ApplicationIds, findCase } from '../../../db/queries/application-case.ts';
import type { Services } from '../../../services.ts';
import type { ChangeContext } from '../../context.ts';
import { openContent } from '../../files/sealed-file.ts';
import { showCase } from '../show-case.ts';
import { type ShownFile, showCaseFiles } from '../show-case-files.ts';
import { collectParts } from './collect-parts.ts';
import { writeBundle } from './write-bundle.ts';

type ExportContext = ChangeContext & { readonly services: Pick<Services, 'files' | 'secretBox'> };

export interface ExportedCaseFile {
  readonly registrationNumber: string;
  readonly content: Readable;
}

const GONE: Rejection = {
  code: 'unavailable',
  detail: '案卷中有文件的内容暂时取不到，没有导出。请稍后重试；仍不行请联系系统管理员。',
};

/** A half file of a case is worse than none: everything must be there before the first byte leaves. */
async function areThere({ services }: ExportContext, files: readonly ShownFile[]): Promise<boolean> {
  for (const { row } of files) {
    const content = await openContent(services, row);
    if (content === null) {
      services.files.warn('file missing from the storage', { file: row.file_id });
      return false;
    }
    content.destroy();
  }
  return true;
}

/** Hands out the whole case as one file; the trail says so before it leaves. */
export async function exportCaseFile(
  context: ExportContext,
  ids: ApplicationIds,
): Promise<Result<ExportedCaseFile, Rejection>> {
  const { database, services, reaches, now, change } = context;
  const row = await findCase(database, ids);
  if (row === undefined || !reaches(row.path)) return err({ code: 'not-found' });
  if (!hasCaseFile(row.status)) {
    return err({ code: 'state-refuses', detail: '本件还没有办结，办结以后才能导出案卷。' });
  }
  const at = now();
  const shown = await showCase(database, row, at);
  const files = await showCaseFiles(database, row, services.secretBox);
  if (!(await areThere(context, files))) return err(GONE);
  const parts = await collectParts({ shown, files, database, services, now: at });
  const noted = await change(() =>
    Promise.resolve(
      ok({
        value: null,
        subject: `application/${ids.applicationId}`,
        organPath: row.path,
        details: { parts: parts.length },
      }),
    ),
  );
  if (!noted.ok) return noted;
  const { registration_number: registrationNumber, organ_name: organName } = row;
  return ok({
    registrationNumber,
    content: writeBundle({ registrationNumber, organName, exportedAt: at }, parts),
  });
}
