import { randomUUID } from 'node:crypto';
import type { NotificationFacts } from '@zhaoshi/domain/notification/notification-kinds';
import { notificationWords } from '@zhaoshi/domain/notification/notification-kinds';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { plantCase, SAMPLE_FORM } from '../../../test/application-samples.ts';
import { openContent } from '../../jobs/messages/message-content.ts';
import { renderMessage } from '../../jobs/messages/render-message.ts';
import { remindCases } from './remind-cases.ts';
import type { RemindContext } from './send-reminders.ts';

let world: World;
let officer: string;
let unitHead: string;
let head: string;
let supervisor: string;
beforeEach(async () => {
  world = await createWorld();
  officer = await world.newPerson(world.township, ['drafter', 'disclosureOfficer']);
  unitHead = await world.newPerson(world.township, ['unitHead']);
  head = await world.newPerson(world.township, ['disclosureOfficeHead']);
  supervisor = await world.newPerson(world.office, ['supervisor']);
});
afterEach(() => world.close());

/** Six o'clock in China. */
const contextOn = (day: string, newId: () => string = randomUUID): RemindContext => ({
  database: world.database.server,
  now: () => new Date(`${day}T06:00:00+08:00`),
  newId,
  services: world.services,
});

const remindOn = async (day: string): Promise<void> => await remindCases(contextOn(day));

/** What people were told: who, and the words after the number of the case. */
async function told(): Promise<readonly (readonly [string, string])[]> {
  const rows = await world.database.server
    .selectFrom('notification')
    .select(['account_id', 'kind', 'facts'])
    .orderBy('created_at')
    .execute();
  return rows.map(({ account_id, kind, facts }) => [account_id, notificationWords(kind, facts)]);
}

const whoWasTold = async (): Promise<readonly string[]> => (await told()).map(([who]) => who).toSorted();

describe('reminders of a case that is due on 2026-11-30', () => {
  it('go out before the last day, on it, and every day after it, each to those who must act', async () => {
    await plantCase(world, world.township);
    await remindOn('2026-11-22');
    expect(await told()).toEqual([]);
    await remindOn('2026-11-23');
    expect(await told()).toEqual(
      expect.arrayContaining([
        [officer, 'township申请 20260001：距答复期限还有5个工作日，2026-11-30届满。'],
        [unitHead, 'township申请 20260001：距答复期限还有5个工作日，2026-11-30届满。'],
      ]),
    );
    expect(await whoWasTold()).toEqual([officer, unitHead].toSorted());
    await world.database.owner.deleteFrom('notification').execute();
    await remindOn('2026-11-30');
    const lastDay = (await told()).filter(([, words]) => words.includes('今日届满（条例第三十三条）'));
    expect(lastDay.map(([who]) => who).toSorted()).toEqual([officer, unitHead, head].toSorted());
    await world.database.owner.deleteFrom('notification').execute();
    await remindOn('2026-12-01');
    await remindOn('2026-12-02');
    expect((await told()).filter(([who]) => who === supervisor).map(([, words]) => words)).toEqual([
      'township申请 20260001：答复期限2026-11-30已过，已逾期1个工作日，请立即办理。',
      'township申请 20260001：答复期限2026-11-30已过，已逾期2个工作日，请立即办理。',
    ]);
    expect(await whoWasTold()).toEqual(
      [officer, unitHead, head, supervisor].flatMap((who) => [who, who]).toSorted(),
    );
  });

  it('go to the officer of the case alone among the desk', async () => {
    const other = await world.newPerson(world.township, ['drafter']);
    const { applicationId } = await plantCase(world, world.township);
    await world.database.server
      .insertInto('application_event')
      .values({
        region_id: world.township.regionId,
        application_id: applicationId,
        sequence: 2,
        type: 'assign',
        data: JSON.stringify({ on: '2026-11-21', officerId: other }),
        sealed: null,
        recorded_at: new Date('2026-11-21T02:03:04.567Z'),
        actor: unitHead,
      })
      .execute();
    await remindOn('2026-11-23');
    expect(await whoWasTold()).toEqual([other, unitHead].toSorted());
  });

  it('leave the competent department out where a setting says so', async () => {
    await plantCase(world, world.township);
    await world.database.server
      .insertInto('setting')
      .values({
        region_id: world.township.regionId,
        organ_id: world.township.organId,
        key: 'application.overdueToSupervisor',
        value: 'false',
        changed_at: new Date(),
      })
      .execute();
    await remindOn('2026-12-01');
    expect(await whoWasTold()).toEqual([officer, unitHead, head].toSorted());
  });

  it('are sent once, by two servers at the same time and again after that', async () => {
    await plantCase(world, world.township);
    await Promise.all([remindOn('2026-11-23'), remindOn('2026-11-23')]);
    await remindOn('2026-11-23');
    expect(await whoWasTold()).toEqual([officer, unitHead].toSorted());
  });

  it('are whole after a run that broke off', async () => {
    await plantCase(world, world.township);
    await plantCase(world, world.township);
    let ids = 0;
    const failing = contextOn('2026-11-23', () => {
      ids += 1;
      if (ids === 4) throw new Error('the server died');
      return randomUUID();
    });
    await expect(remindCases(failing)).rejects.toThrow('the server died');
    // The first case whole, nothing of the second.
    expect(await whoWasTold()).toEqual([officer, unitHead].toSorted());
    await remindOn('2026-11-23');
    expect(await whoWasTold()).toEqual([officer, officer, unitHead, unitHead].toSorted());
  });

  it('of days on which no server ran are made up for, with their day', async () => {
    await plantCase(world, world.township);
    await remindOn('2026-11-22');
    await remindOn('2026-11-25');
    const mine = (await told()).filter(([who]) => who === officer).map(([, words]) => words);
    expect(mine).toContain(
      'township申请 20260001：（2026-11-23的提醒）距答复期限还有5个工作日，2026-11-30届满。',
    );
    expect(mine).toContain('township申请 20260001：（2026-11-24的提醒）今日应提交答复稿（内部时限）。');
  });

  it('of a day on whose morning the case was not there yet come with the next', async () => {
    await remindOn('2026-11-23');
    await plantCase(world, world.township);
    await remindOn('2026-11-24');
    expect((await told()).filter(([who]) => who === officer).map(([, words]) => words)).toContain(
      'township申请 20260001：（2026-11-23的提醒）距答复期限还有5个工作日，2026-11-30届满。',
    );
  });

  it('ask for nothing that lies before the entry of the case', async () => {
    // Received on 2 November, entered on the 21st: the seventh working day has long gone.
    await plantCase(world, world.township);
    await remindOn('2026-11-21');
    expect(await told()).toEqual([]);
  });

  it('stop when the case has its reply', async () => {
    await plantCase(world, world.township);
    await world.database.server.updateTable('application').set({ status: 'delivered' }).execute();
    await remindOn('2026-12-01');
    expect(await told()).toEqual([]);
  });
});

describe('other reminders', () => {
  it('ask for the day of receipt to be confirmed, and tell the head when that is late', async () => {
    await plantCase(world, world.township, {
      channel: 'email',
      arrivedOn: '2026-11-20' as never,
      receiptDate: null,
    });
    await remindOn('2026-11-23');
    expect(await whoWasTold()).toEqual([officer]);
    await remindOn('2026-11-24');
    expect(await whoWasTold()).toEqual([officer, officer, head].toSorted());
    expect((await told()).every(([, words]) => words.includes('等待与申请人确认收到日期'))).toBe(true);
  });

  it('carry nothing of the applicant, nor does the mail that a setting asks for', async () => {
    await plantCase(world, world.township);
    const { regionId: region_id, organId: organ_id } = world.township;
    await world.database.server
      .insertInto('disclosure_office')
      .values({ region_id, organ_id, name: '党政办公室', email: 'office@example.cn', duties: [], version: 2 })
      .execute();
    await world.database.server
      .insertInto('setting')
      .values({
        region_id,
        organ_id,
        key: 'application.remindersByMail',
        value: 'true',
        changed_at: new Date(),
      })
      .execute();
    await remindOn('2026-11-23');
    const mails = await world.database.server
      .selectFrom('message')
      .innerJoin('message_content', 'message_content.message_id', 'message.message_id')
      .select(['message.message_id', 'message.recipient', 'message_content.sealed'])
      .execute();
    expect(mails).toHaveLength(1);
    const content = openContent(world.services.secretBox, mails[0]?.message_id ?? '', mails[0]?.sealed ?? '');
    expect(content.address).toBe('office@example.cn');
    const { subject, text } = renderMessage(content.template, content.values);
    expect(subject).toBe('township：申请 20260001 答复期限将至');
    expect(text).toContain('2026-11-23');
    const notifications: readonly { readonly facts: NotificationFacts }[] = await world.database.server
      .selectFrom('notification')
      .select('facts')
      .execute();
    const everything = JSON.stringify([
      notifications,
      mails.map(({ recipient }) => recipient),
      subject,
      text,
    ]);
    const { applicant, description } = SAMPLE_FORM;
    for (const personal of [applicant.name, applicant.phone, applicant.identityNumber, description]) {
      expect(everything).not.toContain(personal);
    }
  });
});
