import type { FieldError, Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { sql, type Transaction } from 'kysely';
import { announcePublication } from '../../db/published-channel.ts';
import { findOrgan, type OrganIds, type OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { insertSuccession, type NewSuccession } from './add-succession.ts';
import { given } from './given.ts';
import { lockTree } from './lock-tree.ts';

export interface CloseOrgan extends OrganIds {
  readonly validTo: string;
  readonly statement: string | null;
  readonly successions: readonly NewSuccession[];
}

async function refusal(
  transaction: Transaction<Schema>,
  organ: OrganRow,
  { validTo, statement, successions }: CloseOrgan,
): Promise<Rejection | null> {
  if (organ.valid_to !== null) return { code: 'state-refuses', detail: '该机关已经撤销。' };
  const below = await transaction
    .selectFrom('organ')
    .select('organ_id')
    .where(sql<boolean>`path like ${`${organ.path}_%`}`)
    .where((build) => build.or([build('valid_to', 'is', null), build('valid_to', '>', validTo)]))
    .limit(1)
    .executeTakeFirst();
  if (below !== undefined) {
    return { code: 'state-refuses', detail: '它之下还有机关或村（居），请先移走或撤销。' };
  }
  const errors: FieldError[] = [];
  if (validTo <= organ.valid_from) errors.push({ pointer: '/validTo', message: '应晚于设立日期' });
  if (successions.length === 0 && given(statement) === null) {
    errors.push({ pointer: '/statement', message: '没有承接机关时，请写明说明' });
  }
  return errors.length === 0 ? null : { code: 'invalid', errors };
}

/** Ends an organ on a day: others take over its powers, or a statement says why none does. */
export async function closeOrgan(
  context: ChangeContext,
  command: CloseOrgan,
): Promise<Result<OrganRow, Rejection>> {
  const { change, reaches, expectedVersion } = context;
  const { regionId, organId, validTo, successions } = command;
  return await change(async (transaction) => {
    await lockTree(transaction);
    const organ = await findOrgan(transaction, { regionId, organId });
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    if (organ.version !== expectedVersion) return err({ code: 'stale', current: organ });
    const refused = await refusal(transaction, organ, command);
    if (refused !== null) return err(refused);
    for (const [index, succession] of successions.entries()) {
      const added = await insertSuccession(transaction, organ, succession, validTo, context);
      if (!added.ok) {
        const errors = added.error.map(({ pointer, message }) => ({
          pointer: `/successions/${index}${pointer}`,
          message,
        }));
        return err({ code: 'invalid', errors });
      }
    }
    const statement = given(command.statement);
    const changed = { valid_to: validTo, closing_statement: statement, version: expectedVersion + 1 };
    await transaction
      .updateTable('organ')
      .set(changed)
      .where('region_id', '=', regionId)
      .where('organ_id', '=', organId)
      .execute();
    await announcePublication(transaction);
    return ok({
      value: { ...organ, ...changed },
      subject: `organ/${organId}`,
      organPath: organ.path,
      details: {
        after: { validTo, statement, successors: successions.map(({ successor }) => successor.organId) },
      },
    });
  });
}
