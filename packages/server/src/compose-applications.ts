/** What an administrator's terminal can do about applications: old registers in, the register out, figures. A door of its own. */
import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { formForYear } from '@zhaoshi/domain/annual-report/forms/registry';
import type { FormVersion } from '@zhaoshi/domain/annual-report/ids';
import {
  addUpTableThree,
  reportPeriod,
  type TableThreeFigures,
} from '@zhaoshi/domain/application/table-three';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Role } from '@zhaoshi/domain/permission/roles';
import { accepted, atTerminal, organNamed, type Terminal } from './compose-terminal.ts';
import type { Flags } from './config.ts';
import { countFlows } from './db/queries/application-figures.ts';
import { openServices } from './open-services.ts';
import { StartError } from './start-error.ts';
import { exportRegister } from './use-cases/applications/export/export-register.ts';
import { checkImport } from './use-cases/applications/import/check-import.ts';
import { findImport, openRows } from './use-cases/applications/import/kept-import.ts';
import { runImport } from './use-cases/applications/import/run-import.ts';

/** Whoever holds the machine may do what this role may in the organ. */
const actorAs = (role: Role, path: string): Actor => ({
  roles: [role],
  path,
  jurisdiction: path,
  secondFactor: true,
});

const servicesOf = async ({ config }: Terminal) => await openServices(config, { warn: () => {} });

async function refuseExisting(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found !== null) throw new StartError(`${path} 已经存在，没有写入。请换一个名称。`);
}

export interface RegisterImported {
  readonly rows: number;
  readonly imported: number;
  /** The first rows that were not, with what is wrong with them. */
  readonly failures: readonly { readonly row: number; readonly reasons: readonly string[] }[];
  readonly failed: number;
  readonly unknownColumns: readonly string[];
}

/**
 * Imports what is right of an old register.
 *
 * @param wanted.failuresPath where the rows go that could not be imported; `null`: nowhere
 */
export async function importRegisterAtTerminal(
  flags: Flags,
  wanted: {
    readonly organ: string;
    readonly bytes: Uint8Array;
    readonly failuresPath: string | null;
    /** Only told what would be done. */
    readonly checkOnly: boolean;
  },
): Promise<RegisterImported> {
  return await atTerminal(flags, async (terminal) => {
    if (wanted.failuresPath !== null) await refuseExisting(wanted.failuresPath);
    const { region_id: regionId, organ_id: organId } = await organNamed(terminal, wanted.organ);
    const services = await servicesOf(terminal);
    const context = { ...terminal.context('application.import'), services };
    const checked = accepted(await checkImport(context, { regionId, organId, bytes: wanted.bytes }));
    const ids = { regionId, organId, importId: checked.importId };
    const report = wanted.checkOnly ? checked : accepted(await runImport(context, ids));
    if (wanted.failuresPath !== null && report.failed > 0) {
      const kept = await findImport(terminal.database, ids, context.caller.accountId);
      const failed = kept === undefined ? [] : openRows(services.secretBox, kept).failed;
      const { writeFailedRows } = await import('@zhaoshi/report-files/write/xlsx/write-register');
      await pipeline(
        [await writeFailedRows(failed)],
        createWriteStream(wanted.failuresPath, { flags: 'wx', mode: 0o600 }),
      );
    }
    const { rows, imported, failures, failed, unknownColumns } = report;
    return { rows, imported: imported ?? 0, failures, failed, unknownColumns };
  });
}

/** Writes the register of an organ, with its applicants, into a new file that only its owner can read. */
export async function exportRegisterAtTerminal(
  flags: Flags,
  { organ: name, path }: { readonly organ: string; readonly path: string },
): Promise<void> {
  await atTerminal(flags, async (terminal) => {
    await refuseExisting(path);
    const { region_id: regionId, organ_id: organId, path: organPath } = await organNamed(terminal, name);
    const context = terminal.context('application.export');
    const caller = { ...context.caller, actor: actorAs('disclosureOfficer', organPath) };
    const today = civilDateAt(context.now());
    const exported = accepted(
      await exportRegister(
        { ...context, caller, services: await servicesOf(terminal) },
        { regionId, organId },
        { today, soon: today },
      ),
    );
    await pipeline(exported.bytes, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  });
}

export interface YearFigures {
  readonly form: FormVersion;
  readonly figures: TableThreeFigures;
}

/** Table three of an organ and year, counted from its cases, or from those of all organs below it too. */
export async function figuresAtTerminal(
  flags: Flags,
  { organ, year, below }: { readonly organ: string; readonly year: number; readonly below: boolean },
): Promise<YearFigures> {
  return await atTerminal(flags, async (terminal) => {
    const { path } = await organNamed(terminal, organ);
    const form = formForYear(year)?.version;
    if (form === undefined) throw new StartError(`${year}年没有年度报告表三的格式，可统计2019年及以后。`);
    const period = reportPeriod(year);
    const viewer = { actor: actorAs('auditor', path), permission: 'application.read' } as const;
    const scope = { viewer, path, below, period };
    return { form, figures: addUpTableThree(await countFlows(terminal.database, scope), form) };
  });
}
