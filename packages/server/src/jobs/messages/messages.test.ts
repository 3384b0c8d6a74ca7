import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testServices } from '../../../test/test-api.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts';
import { DeliveryError, type DeliveryFault, type OutgoingMessage } from '../../adapters/message/sender.ts';
import { applyRetention } from '../../operations/retention/retention.ts';
import { JobFailure } from '../job-context.ts';
import { deliverMessage } from './deliver-message.ts';
import { renderMessage } from './render-message.ts';
import { requestMessage } from './request-message.ts';

const REGION = randomUUID();
const ORGAN = randomUUID();

let test: TestDatabase;
let sent: OutgoingMessage[];
let faults: DeliveryFault[];

beforeEach(async () => {
  test = await createTestDatabase();
  sent = [];
  faults = [];
  await sql`insert into region values (${REGION}, null, 'x', 'x', 'county', false)`.execute(test.owner);
  await sql`insert into organ (region_id, organ_id, slug, name, kind, level, valid_from, path)
    values (${REGION}, ${ORGAN}, 'x', 'x', 'township', 'township', '2019-05-15', ${`${ORGAN}/`})`.execute(
    test.owner,
  );
});
afterEach(() => test.drop());

const services = {
  ...testServices(),
  messageSenders: Object.fromEntries(
    ['mail', 'sms', 'wechat', 'webhook'].map((channel) => [
      channel,
      {
        send: (message: OutgoingMessage) => {
          const fault = faults.shift();
          if (fault !== undefined) return Promise.reject(new DeliveryError(fault));
          sent.push(message);
          return Promise.resolve('sent' as const);
        },
      },
    ]),
  ) as unknown as ReturnType<typeof testServices>['messageSenders'],
};

const request = async (organName = '段店乡'): Promise<string> =>
  await test.server.transaction().execute((transaction) =>
    requestMessage(
      transaction,
      {
        regionId: REGION,
        organId: ORGAN,
        channel: 'mail',
        recipient: `account/${randomUUID()}`,
        address: 'someone@example.cn',
        template: 'system.test',
        values: { organName },
      },
      { ...test.context, services },
    ),
  );

const deliver = async (messageId: string, isLastTry = false): Promise<void> =>
  await deliverMessage(
    { ...test.context, services, signal: new AbortController().signal, isLastTry },
    { regionId: REGION, messageId },
  );

const messageRow = async () => await test.server.selectFrom('message').selectAll().executeTakeFirstOrThrow();

describe('a message', () => {
  it('is asked for with the change or not at all', async () => {
    const failing = test.server.transaction().execute(async (transaction) => {
      await requestMessage(
        transaction,
        {
          regionId: REGION,
          organId: ORGAN,
          channel: 'mail',
          recipient: 'account/1',
          address: 'a@example.cn',
          template: 'system.test',
          values: { organName: '段店乡' },
        },
        { ...test.context, services },
      );
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow('the change failed');
    for (const table of ['message', 'message_content', 'pgboss.job'] as const) {
      expect(await test.server.selectFrom(table).selectAll().execute()).toEqual([]);
    }
  });

  it('leaves with its words and address, and is noted', async () => {
    const messageId = await request();
    await deliver(messageId);
    expect(sent).toMatchObject([
      { messageId, address: 'someone@example.cn', subject: '段店乡：政府信息公开平台测试通知' },
    ]);
    expect(await messageRow()).toMatchObject({ state: 'sent', attempts: 1, error_code: null });
  });

  it('does not leave a second time when its job is done twice', async () => {
    const messageId = await request();
    await deliver(messageId);
    await deliver(messageId);
    expect(sent).toHaveLength(1);
  });

  it('waits after a failure for now, and leaves at a later try', async () => {
    const messageId = await request();
    faults = ['gateway-busy'];
    await expect(deliver(messageId)).rejects.toEqual(new JobFailure('gateway-busy', false));
    expect(await messageRow()).toMatchObject({ state: 'queued', attempts: 1, error_code: 'gateway-busy' });
    await deliver(messageId);
    expect(await messageRow()).toMatchObject({ state: 'sent', attempts: 2, error_code: null });
  });

  it.each([
    ['gateway-refused', false, true],
    ['gateway-timeout', true, false],
  ] as const)(
    'has failed after %s (last try: %s), and leaves when it is tried again by hand',
    async (fault, isLastTry, permanent) => {
      const messageId = await request();
      faults = [fault];
      await expect(deliver(messageId, isLastTry)).rejects.toEqual(new JobFailure(fault, permanent));
      expect(await messageRow()).toMatchObject({ state: 'failed', error_code: fault });
      await deliver(messageId);
      expect(await messageRow()).toMatchObject({ state: 'sent' });
    },
  );

  it('loses its address and words after their time, unless it still has to leave', async () => {
    const left = await request();
    await deliver(left);
    const waiting = await request();
    const kept = async () =>
      (await test.server.selectFrom('message_content').select('message_id').execute()).map(
        ({ message_id }) => message_id,
      );
    const later = (days: number) => new Date(test.context.now().getTime() + days * 24 * 3_600_000);
    await applyRetention(test.server, later(29));
    expect((await kept()).toSorted()).toEqual([left, waiting].toSorted());
    await applyRetention(test.server, later(31));
    expect(await kept()).toEqual([waiting]);
  });

  it('without its words is dead, not sent empty', async () => {
    const messageId = await request();
    await test.owner.deleteFrom('message_content').execute();
    await expect(deliver(messageId)).rejects.toEqual(new JobFailure('content-erased', true));
    expect(sent).toEqual([]);
    expect(await messageRow()).toMatchObject({ state: 'failed' });
  });

  it('cannot be read with the content of another', async () => {
    const one = await request('甲');
    const other = await request('乙');
    await sql`update message_content c set sealed = o.sealed from message_content o
      where c.message_id = ${one} and o.message_id = ${other}`.execute(test.owner);
    await expect(deliver(one)).rejects.toThrow();
    expect(sent).toEqual([]);
  });
});

describe('the words of a message', () => {
  // Attack list 6 and 11.
  it.each([
    '<script>alert(1)</script>',
    '${process.env}',
    '{{constructor}}',
    '"><img src=x onerror=alert(1)>',
    '$&',
  ])('take %j for nothing but text', (organName) => {
    const { html, text } = renderMessage('system.test', { organName });
    expect(text).toContain(organName);
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img');
    expect(html.match(/<p>/g)).toHaveLength(2);
  });

  it('leave the subject on its line', () => {
    const { subject } = renderMessage('system.test', { organName: '甲\r\nBcc: x@example.cn\u2028乙' });
    expect(subject).toBe('甲 Bcc: x@example.cn 乙：政府信息公开平台测试通知');
  });
});
