import type { Rejection } from '@zhaoshi/contract/problems';
import { type CivilDate, civilDateAt, firstDayOf, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import {
  openTurns,
  type RhythmItem,
  type RhythmTurn,
  turnEndingOn,
  turnWords,
  usualTurn,
} from '@zhaoshi/domain/notification/yearly-rhythm';
import type { Transaction } from 'kysely';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import { organRhythms } from '../../db/queries/rhythm.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';

interface SaidDone {
  readonly item: RhythmItem;
  readonly doneOn: CivilDate;
  /** The last day of the turn that it is of; `null`: of the oldest open one. */
  readonly turnOn: CivilDate | null;
  readonly note: string;
}

async function usualTurnOf(
  transaction: Transaction<Schema>,
  ids: OrganIds,
  { item, doneOn }: SaidDone,
  today: CivilDate,
): Promise<RhythmTurn | undefined> {
  const [rhythm] = await organRhythms(transaction, [ids], firstDayOf(yearOf(today) - 1));
  const open = openTurns(rhythm?.proofs ?? [], rhythm?.begunOn ?? doneOn, today);
  return usualTurn(item, doneOn, open);
}

const invalid = (pointer: string, message: string) =>
  err({ code: 'invalid' as const, errors: [{ pointer, message }] });

/** Says that a turn of something that comes round was done on a day, late as it may be. */
export async function recordRhythm(
  { change, reaches, caller, now }: ChangeContext,
  ids: OrganIds,
  said: SaidDone,
): Promise<Result<null, Rejection>> {
  const { item, doneOn, turnOn, note } = said;
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, ids);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const today = civilDateAt(now());
    if (doneOn > today) return invalid('/doneOn', '不能晚于今天；做了以后再登记。');
    const turn =
      turnOn === null ? await usualTurnOf(transaction, ids, said, today) : turnEndingOn(item, turnOn);
    if (turn === undefined) return invalid('/turnOn', '没有这一年度（季度）的这项工作，请改选。');
    if (doneOn < turn.firstDay)
      return invalid('/doneOn', `早于${turnWords(turn)}，请核对日期，或者改在以前的年度（季度）登记。`);
    await transaction
      .insertInto('rhythm_record')
      .values({
        region_id: ids.regionId,
        organ_id: ids.organId,
        item,
        turn_on: turn.dueOn,
        done_on: doneOn,
        note,
        recorded_by: caller.accountId,
        recorded_at: now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return ok({
      value: null,
      subject: `organ/${ids.organId}`,
      organPath: organ.path,
      details: { after: { item, turnOn: turn.dueOn, doneOn } },
    });
  });
}

/** Takes back what was said by mistake; the trail keeps both. */
export async function removeRhythm(
  { change, reaches }: ChangeContext,
  { regionId, organId }: OrganIds,
  { item, turnOn, doneOn }: Omit<SaidDone, 'note' | 'turnOn'> & { readonly turnOn: CivilDate },
): Promise<Result<null, Rejection>> {
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, { regionId, organId });
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    await transaction
      .deleteFrom('rhythm_record')
      .where('region_id', '=', regionId)
      .where('organ_id', '=', organId)
      .where('item', '=', item)
      .where('turn_on', '=', turnOn)
      .where('done_on', '=', doneOn)
      .execute();
    return ok({
      value: null,
      subject: `organ/${organId}`,
      organPath: organ.path,
      details: { before: { item, turnOn, doneOn } },
    });
  });
}
