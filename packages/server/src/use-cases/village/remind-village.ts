import type { Rejection } from '@zhaoshi/contract/problems';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Role } from '@zhaoshi/domain/permission/roles';
import { waitingItems } from '@zhaoshi/domain/village/due-items';
import type { OrganIds } from '../../db/queries/organs.ts';
import { organDesk } from '../../db/queries/reminder-desk.ts';
import { findVillage } from '../../db/queries/villages.ts';
import type { ChangeContext } from '../context.ts';
import { notify } from '../notifications/notify.ts';
import { villagesDue } from './village-due.ts';

const CLERKS: readonly Role[] = ['drafter', 'unitHead', 'leader'];

/** Calls on those who keep a village's disclosure to post what still waits (村组法36). */
export async function remindVillage(
  context: ChangeContext,
  ids: OrganIds,
): Promise<Result<{ readonly told: number; readonly waiting: number }, Rejection>> {
  const { change, reaches, now } = context;
  return await change(async (transaction) => {
    const village = await findVillage(transaction, ids);
    if (village === undefined || !reaches(village.path)) return err({ code: 'not-found' });
    const today = civilDateAt(now());
    const found = (await villagesDue(transaction, [village], today)).get(ids.organId);
    const waiting = waitingItems(found?.due ?? []);
    if (waiting.length === 0)
      return err({ code: 'state-refuses', detail: '这个村本月、本季度的村务都已公布，不用督促。' });
    const { officers } = await organDesk(transaction, { ...ids, path: village.path });
    const clerks = officers.filter(({ roles }) => roles.some((role) => CLERKS.includes(role)));
    const words = `上级督促：还有${waiting.length}项村务没有公布，最早的应在${waiting[0]?.dueOn ?? ''}以前公布（村民委员会组织法第三十五条、第三十六条）。`;
    for (const { accountId } of clerks) {
      const facts = { organ: village.name, words, duty: 'villageItem' };
      // Pressed again on the same day it says nothing new, and nobody is to be flooded with it.
      const once = `villageReminder/${ids.organId}/${today}/${words}`;
      await notify(transaction, { accountId, kind: 'dutyReminder', facts, once }, context);
    }
    return ok({
      value: { told: clerks.length, waiting: waiting.length },
      subject: `organ/${ids.organId}`,
      organPath: village.path,
      details: { waiting: waiting.length, told: clerks.length },
    });
  });
}
