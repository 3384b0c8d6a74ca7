import type { FieldError, Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import type { Transaction } from 'kysely';
import { announcePublication } from '../../db/published-channel.ts';
import { findOrgan, type OrganIds, type OrganRow, type SuccessionRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { given } from './given.ts';

export interface NewSuccession {
  readonly successor: OrganIds;
  readonly matters: string | null;
  readonly documentNumber: string | null;
}

function faultOf(
  organ: OrganRow,
  successor: OrganRow | undefined,
  from: string,
  reaches: (path: string) => boolean,
): string | null {
  if (successor === undefined || !reaches(successor.path)) return '没有找到这个机关';
  if (successor.organ_id === organ.organ_id) return '机关不能承接自己的职权';
  // 村组法2: a village is self-governed and exercises no administrative power.
  if (!isOrganInLaw(successor.kind)) return '村（居）民委员会不是行政机关，不能承接职权';
  const isThere = successor.valid_from <= from && (successor.valid_to === null || successor.valid_to > from);
  return isThere ? null : '这一天该机关不存在';
}

/** Writes down who exercises an organ's powers from a day on (国办公开办函〔2019〕14号). */
export async function insertSuccession(
  transaction: Transaction<Schema>,
  organ: OrganRow,
  { successor: ids, matters, documentNumber }: NewSuccession,
  from: string,
  { newId, reaches }: Pick<ChangeContext, 'newId' | 'reaches'>,
): Promise<Result<SuccessionRow, readonly FieldError[]>> {
  const successor = await findOrgan(transaction, ids);
  const fault = faultOf(organ, successor, from, reaches);
  if (fault !== null || successor === undefined) {
    return err([{ pointer: '/successor', message: fault ?? '' }]);
  }
  const row = {
    succession_id: newId(),
    successor_region_id: successor.region_id,
    successor_organ_id: successor.organ_id,
    valid_from: from,
    matters: given(matters),
    document_number: given(documentNumber),
  };
  await transaction
    .insertInto('organ_successor')
    .values({ region_id: organ.region_id, organ_id: organ.organ_id, ...row })
    .execute();
  return ok({ ...row, name: successor.name });
}

/** Holds the organ whose entries change, under a new version; `false` when the caller saw an older one. */
export async function raiseOrganVersion(
  transaction: Transaction<Schema>,
  { region_id, organ_id }: Pick<OrganRow, 'region_id' | 'organ_id'>,
  expectedVersion: number,
): Promise<boolean> {
  const raised = await transaction
    .updateTable('organ')
    .set({ version: expectedVersion + 1 })
    .where('region_id', '=', region_id)
    .where('organ_id', '=', organ_id)
    .where('version', '=', expectedVersion)
    .executeTakeFirst();
  return raised.numUpdatedRows === 1n;
}

/** Enters that an organ's powers, or some of them, went over to another one. */
export async function addSuccession(
  context: ChangeContext,
  { regionId, organId, validFrom, ...succession }: OrganIds & NewSuccession & { readonly validFrom: string },
): Promise<Result<SuccessionRow, Rejection>> {
  const { change, reaches, expectedVersion } = context;
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, { regionId, organId });
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    if (!(await raiseOrganVersion(transaction, organ, expectedVersion))) {
      return err({ code: 'stale', current: organ });
    }
    if (given(succession.matters) === null && organ.valid_to === null) {
      const message = '机关仍然存在，请写明移交的事项；全部职权移交请办理撤销';
      return err({ code: 'invalid', errors: [{ pointer: '/matters', message }] });
    }
    const added = await insertSuccession(transaction, organ, succession, validFrom, context);
    if (!added.ok) return err({ code: 'invalid', errors: added.error });
    await announcePublication(transaction);
    return ok({
      value: added.value,
      subject: `organ/${organId}`,
      organPath: organ.path,
      details: {
        after: {
          successor: added.value.successor_organ_id,
          validFrom,
          matters: added.value.matters,
          documentNumber: added.value.document_number,
        },
      },
    });
  });
}
