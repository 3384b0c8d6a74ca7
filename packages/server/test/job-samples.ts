import { randomUUID } from 'node:crypto';
import { enqueue } from '../src/jobs/enqueue.ts';
import { JOB_HANDLERS } from '../src/jobs/handlers.ts';
import { requestMessage } from '../src/jobs/messages/request-message.ts';
import type { World, WorldOrgan } from './api-world.ts';

/** A job that has died of a refused address. */
export async function plantDeadJob({ database }: World): Promise<string> {
  const payload = { regionId: randomUUID(), messageId: randomUUID() };
  await database.server
    .transaction()
    .execute((transaction) => enqueue(transaction, { kind: 'message.deliver', payload }));
  const rows = await database.server
    .updateTable('pgboss.job')
    .set({
      state: 'failed',
      started_on: new Date('2026-11-21T01:00:00Z'),
      completed_on: new Date(),
      output: JSON.stringify({ code: 'address-refused' }),
    })
    .where('state', '=', 'created')
    .where('name', '=', 'message.deliver')
    .returning(['id', 'data'])
    .execute();
  const planted = rows.find(({ data }) => JSON.stringify(data).includes(payload.messageId));
  if (planted === undefined) throw new Error('the job was not planted');
  return planted.id;
}

/** A message of an organ that was captured, because the channel has no gateway. */
export async function plantCapturedMessage(
  { database, services }: World,
  { regionId, organId }: WorldOrgan,
): Promise<{ readonly regionId: string; readonly messageId: string }> {
  const context = { ...database.context, services };
  const messageId = await database.server.transaction().execute((transaction) =>
    requestMessage(
      transaction,
      {
        regionId,
        organId,
        channel: 'mail',
        recipient: `account/${randomUUID()}`,
        address: 'someone@example.cn',
        template: 'system.test',
        values: { organName: '示例乡' },
      },
      context,
    ),
  );
  const key = { regionId, messageId };
  await JOB_HANDLERS['message.deliver'](
    { ...context, signal: new AbortController().signal, isLastTry: false },
    key,
  );
  return key;
}
