import type { Rejection } from '@zhaoshi/contract/problems';
import type { annualReportFileRoutes } from '@zhaoshi/contract/routes/annual-report-files';
import { copyOf } from '@zhaoshi/domain/annual-report/work/copy-mark';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { findOrgan } from '../../db/queries/organs.ts';
import { countEnteredFiles, enteredFiles } from '../../db/queries/report-files.ts';
import { type EnterFile, enterFile } from '../../use-cases/annual-report/enter-file.ts';
import { fileBesideDraft } from '../../use-cases/annual-report/file-beside-draft.ts';
import { readReportFile } from '../../use-cases/annual-report/read-report-file.ts';
import { unitsNamed } from '../../use-cases/annual-report/units-named.ts';
import { fileFacts } from '../../use-cases/files/sealed-file.ts';
import type { CallContext, Handlers } from './handler.ts';
import { aFewAtATime } from './look-into-file.ts';
import { presentFileBesideDraft } from './present-file-beside-draft.ts';
import { presentReportReading } from './present-report-reading.ts';

const stateOf = (submission: number | null) => (submission === null ? null : { submission });

const presentEnteredFile = (row: Awaited<ReturnType<typeof enteredFiles>>[number], fileName: string) => ({
  unit: { regionId: row.region_id, organId: row.organ_id, name: row.name },
  reportYear: row.report_year,
  submission: row.submission,
  copy: copyOf(
    { status: row.status, frozen: stateOf(row.frozen), published: stateOf(row.published) },
    row.submission,
  ).kind,
  fileName,
  enteredAt: row.made_at.toISOString(),
});

type Entered = Result<EnterFile & { readonly status: EnterFile['as'] }, Rejection>;

async function entered(context: CallContext, command: EnterFile): Promise<Entered> {
  const done = await aFewAtATime(context, () => enterFile(context, command));
  return done.ok ? ok({ ...command, status: command.as }) : done;
}

export const annualReportFileHandlers: Handlers<typeof annualReportFileRoutes> = {
  read: async (context, { params }) => {
    const file = await aFewAtATime(context, () => readReportFile(context.database, params, context));
    if (!file.ok) return err(file.error);
    const units = await unitsNamed(context.database, file.value.read.report.organ, context.caller);
    return ok(presentReportReading(file.value, units));
  },
  entered: async ({ database, reaches, services }, { params }) => {
    const organ = await findOrgan(database, params);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const rows = await enteredFiles(database, params);
    return ok({
      items: rows.map((row) => presentEnteredFile(row, fileFacts(services.secretBox, row).name)),
      total: await countEnteredFiles(database, params),
    });
  },
  besideDraft: async (context, { params }) => {
    const compared = await aFewAtATime(context, () => fileBesideDraft(context, params));
    return compared.ok ? ok(presentFileBesideDraft(compared.value)) : compared;
  },
  enter: (context, { params, body }) => entered(context, { ...params, ...body }),
  receive: (context, { params, body }) => entered(context, { ...params, ...body }),
};
