import type { Readable } from 'node:stream';
import type { Rejection } from '@zhaoshi/contract/problems';
import { hasCaseFile } from '@zhaoshi/domain/application/case-bundle';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { type ApplicationIds, findCase } from '../../../db/queries/application-case.ts';
import type { Services } from '../../../services.ts';
import type { ChangeContext } from '../../context.ts';
import { showCase } from '../show-case.ts';
import { showCaseFiles } from '../show-case-files.ts';
import { areThere, GONE } from './are-there.ts';
import { collectParts } from './collect-parts.ts';
import { writeBundle } from './write-bundle.ts';

type ExportContext = ChangeContext & { readonly services: Pick<Services, 'files' | 'secretBox'> };

export interface ExportedCaseFile {
  readonly registrationNumber: string;
  readonly content: Readable;
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
  if (!(await areThere(services, files))) return err(GONE);
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
