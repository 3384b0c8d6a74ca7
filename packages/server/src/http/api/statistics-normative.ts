import type { statisticsNormativeRoutes } from '@zhaoshi/contract/routes/statistics-normative';
import {
  type RegisterEntry,
  type RegisterRow,
  registerOn,
  tableTwoRow,
} from '@zhaoshi/domain/disclosure/validity/normative-register';
import { type CivilDate, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import { REGISTER_COLUMN_NAMES, REGISTER_ROWS } from '@zhaoshi/domain/statistics/table-two';
import type { Kysely } from 'kysely';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import { findRecord } from '../../db/queries/statistics-normative.ts';
import type { Schema } from '../../db/schema.ts';
import {
  editRecord,
  type RecordFields,
  registerDocument,
  removeRecord,
} from '../../use-cases/statistics/keep-record.ts';
import { type OrganRegister, organRegister } from '../../use-cases/statistics/organ-register.ts';
import { registerSheet } from '../../use-cases/statistics/register-sheet.ts';
import { madeFile } from './file-answer.ts';
import { type Handlers, presentStale } from './handler.ts';
import { presentRecord, presentRegisterItem } from './statistics-present-register.ts';

// The contract has checked that these texts are days.
const day = (text: string): CivilDate => text as CivilDate;

interface SentFields {
  readonly row: RegisterRow;
  readonly title: string;
  readonly documentNumber: string;
  readonly dateOfDocument: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly end: {
    readonly kind: 'repealed' | 'expired';
    readonly on: string;
    readonly ground: string;
  } | null;
}

const fieldsOf = ({ dateOfDocument, validFrom, validTo, end, ...rest }: SentFields): RecordFields => ({
  ...rest,
  dateOfDocument: day(dateOfDocument),
  validFrom: validFrom === null ? null : day(validFrom),
  validTo: validTo === null ? null : day(validTo),
  end: end === null ? null : { ...end, on: day(end.on) },
});

/** The figures of the year up to a day, each as the entries behind it. */
async function countedOn(
  database: Kysely<Schema>,
  path: string,
  { register: { documents, relations } }: OrganRegister,
  on: CivilDate,
) {
  const settings = settingsAt(path, await chosenSettings(database, path));
  const options = { countsExpired: settings('statistics.countsExpired'), upTo: on };
  return REGISTER_ROWS.flatMap((row) => {
    const counted = tableTwoRow(row, yearOf(on), documents, relations, options);
    return REGISTER_COLUMN_NAMES.map((column) => ({ row, column, entries: counted[column] }));
  });
}

const newestFirst = (a: RegisterEntry, b: RegisterEntry): number =>
  b.document.dateOfDocument.localeCompare(a.document.dateOfDocument) ||
  b.document.documentNumber.localeCompare(a.document.documentNumber);

async function loaded(database: Kysely<Schema>, ids: OrganIds, on: CivilDate) {
  const register = await organRegister(database, ids);
  const { documents, relations } = register.register;
  return { register, entries: registerOn(documents, relations, on).toSorted(newestFirst) };
}

export const statisticsNormativeHandlers: Handlers<typeof statisticsNormativeRoutes> = {
  list: async ({ database, reaches, abilities }, { params, query }) => {
    const organ = await findOrgan(database, params);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const on = day(query.on);
    const { register, entries } = await loaded(database, params, on);
    const counted = await countedOn(database, organ.path, register, on);
    const countsAs = (id: string) =>
      counted.flatMap(({ column, entries: behind }) =>
        behind.some(({ document }) => document.id === id) ? [column] : [],
      );
    return ok({
      ...params,
      organName: organ.name,
      on,
      items: entries.map((entry) =>
        Object.assign(presentRegisterItem(entry, register), { countsAs: countsAs(entry.document.id) }),
      ),
      counts: counted.map(({ row, column, entries: behind }) => ({ row, column, count: behind.length })),
      abilities: abilities(organ.path),
    });
  },
  export: async ({ database, reaches }, { params, query }) => {
    const organ = await findOrgan(database, params);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const { register, entries } = await loaded(database, params, day(query.on));
    const items = entries.map((entry) => presentRegisterItem(entry, register));
    return ok(
      madeFile(`${organ.name}规章和行政规范性文件台账-${query.on}`, 'xlsx', await registerSheet(items)),
    );
  },
  register: (context, { params, body }) => registerDocument(context, params, fieldsOf(body)),
  edit: async (context, { params, body }) => {
    const done = await editRecord(context, params, fieldsOf(body));
    const row = await findRecord(context.database, params);
    if (row === undefined || !context.reaches(row.path)) return err({ code: 'not-found' });
    const shown = { ...presentRecord(row), abilities: context.abilities(row.path) };
    return done.ok ? ok(shown) : presentStale(done, () => shown);
  },
  remove: async (context, { params, body }) => {
    const done = await removeRecord(context, params, body.reason);
    if (done.ok) return done;
    const row = await findRecord(context.database, params);
    return row === undefined ? done : presentStale(done, () => presentRecord(row));
  },
};
