import type { Rejection } from '@zhaoshi/contract/problems';
import { type CivilDate, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { documentNumberOf } from '@zhaoshi/domain/letter/document-number';
import type { Transaction } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { CaseContext } from './case-context.ts';
import type { LetterCase } from './letter-facts.ts';
import { nextSerialNumber } from './serial-number.ts';

interface Numbering {
  readonly row: Pick<LetterCase, 'region_id' | 'organ_id'>;
  readonly rules: Pick<CaseContext, 'settings'>;
}

/** Numbers that were typed by hand may stand in the way of the count; more of them in a row than this do not. */
const LONGEST_STREAK = 1000;

async function isTaken(
  transaction: Transaction<Schema>,
  { row }: Pick<Numbering, 'row'>,
  documentNumber: string,
): Promise<boolean> {
  for (const table of ['letter', 'record_amendment_letter'] as const) {
    const found = await transaction
      .selectFrom(table)
      .select('letter_id')
      .where('region_id', '=', row.region_id)
      .where('organ_id', '=', row.organ_id)
      .where('document_number', '=', documentNumber)
      .executeTakeFirst();
    if (found !== undefined) return true;
  }
  return false;
}

/** The next 文号 of the organ in the year of the letter. */
async function nextDocumentNumber(
  transaction: Transaction<Schema>,
  numbering: Numbering,
  on: CivilDate,
): Promise<string> {
  const { row, rules } = numbering;
  const ids = { regionId: row.region_id, organId: row.organ_id };
  const word = rules.settings('letter.numberWord');
  const withDi = rules.settings('letter.numberWithWordDi');
  for (let tries = 0; tries < LONGEST_STREAK; tries += 1) {
    const number = await nextSerialNumber(transaction, ids, 'letter', yearOf(on));
    const made = documentNumberOf({ word, on, number, withDi });
    if (!made.ok) throw new Error(made.error);
    if (!(await isTaken(transaction, numbering, made.value))) return made.value;
  }
  throw new Error('no free document number');
}

/** Whether the organ's letters are numbered by the system: it has a 机关代字. */
export const isNumberedBySystem = ({ rules }: Pick<Numbering, 'rules'>): boolean =>
  rules.settings('letter.numberWord') !== '';

/** The 文号 of a letter: the one that the officer typed, which no other letter has, else the next of the year. */
export async function takeNumber(
  transaction: Transaction<Schema>,
  numbering: Numbering,
  { typed, numberKey, on }: { readonly typed: string; readonly numberKey: string; readonly on: CivilDate },
): Promise<Result<string, Rejection>> {
  const refused = (message: string) =>
    err({ code: 'invalid', errors: [{ pointer: `/texts/${numberKey}`, message }] } as const);
  // What is not kept yet cannot be found: who takes a number at the same time waits.
  await oneAtATime(transaction, `letter-number/${numbering.row.organ_id}`);
  if (typed === '') {
    return isNumberedBySystem(numbering)
      ? ok(await nextDocumentNumber(transaction, numbering, on))
      : refused('发文字号：请填写或者取号');
  }
  return (await isTaken(transaction, numbering, typed))
    ? refused('这个发文字号已经用过，请核对。')
    : ok(typed);
}
