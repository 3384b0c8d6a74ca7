import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { messageRoutes } from '@zhaoshi/contract/routes/messages';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { FAST, until } from '../../../test/job-recorder.ts';
import { createSenders } from '../../adapters/message/senders.ts';
import { createLogger } from '../../operations/log.ts';
import { JOB_HANDLERS } from '../handlers.ts';
import { type RunningJobs, startJobs } from '../start-jobs.ts';

const FIXTURES = join(import.meta.dirname, '../../adapters/mail/fixtures');
const read = (name: string): string => readFileSync(join(FIXTURES, name), 'utf8');

let world: World;
let jobs: RunningJobs | undefined;
let mailServer: SMTPServer;
let received: { readonly to: readonly string[]; readonly raw: string }[];
let lines: string[];

beforeEach(async () => {
  world = await createWorld();
  jobs = undefined;
  received = [];
  lines = [];
  mailServer = new SMTPServer({
    authOptional: true,
    key: read('server-key.pem'),
    cert: read('server-cert.pem'),
    onData: (stream, { envelope }, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address);
        received.push({ to, raw: Buffer.concat(pieces).toString('utf8') });
        done();
      });
    },
  });
  await new Promise<void>((listening) => {
    mailServer.listen(0, '127.0.0.1', listening);
  });
});

afterEach(async () => {
  await jobs?.stop();
  await world.close();
  await new Promise<void>((closed) => {
    mailServer.close(closed);
  });
});

/** The workers of a server whose mail goes to the mail server here, or nowhere. */
async function startServer(hasMail: boolean): Promise<void> {
  const smtp = {
    host: 'localhost',
    port: (mailServer.server.address() as AddressInfo).port,
    security: 'starttls',
    ca: read('server-cert.pem'),
    signIn: null,
    from: 'xxgk@example.cn',
  } as const;
  const messageSenders = createSenders({ smtp: hasMail ? smtp : null, webhook: null });
  jobs = await startJobs({
    login: world.database.logins.server,
    context: { ...world.database.context, services: { ...world.services, messageSenders } },
    handlers: JOB_HANDLERS,
    log: createLogger(
      (line) => lines.push(line),
      () => new Date(),
    ),
    timing: FAST,
    schedules: {},
  });
}

async function sendTest(address: string) {
  const cookie = await world.signedIn(world.county, 'administrator');
  const { regionId, organId } = world.county;
  const body = { regionId, organId, channel: 'mail', address } as const;
  const { status, body: key } = await world.call(messageRoutes.sendTest, { body }, cookie);
  expect(status).toBe(200);
  const state = async (): Promise<string> => {
    const { body } = await world.call(messageRoutes.list, { query: {} }, cookie);
    const { items } = body as unknown as { readonly items: readonly { readonly state: string }[] };
    return items[0]?.state ?? '';
  };
  await until(async () => (await state()) !== 'queued');
  return { cookie, key: key as unknown as { regionId: string; messageId: string }, state: await state() };
}

describe('from the interface through the outbox', () => {
  it('a mail reaches the mail server', async () => {
    await startServer(true);
    const { key, state } = await sendTest('officer@example.cn');
    expect(state).toBe('sent');
    expect(received).toMatchObject([{ to: ['officer@example.cn'] }]);
    expect(received[0]?.raw).toContain(`<${key.messageId}@example.cn>`);
    expect(lines.join('')).not.toContain('officer');
  });

  it('without a mail server it can be read in the console', async () => {
    await startServer(false);
    const { cookie, key, state } = await sendTest('officer@example.cn');
    expect(state).toBe('captured');
    expect(received).toEqual([]);
    const { body } = await world.call(messageRoutes.readCaptured, { params: key }, cookie);
    expect(body).toMatchObject({
      address: 'officer@example.cn',
      subject: expect.stringContaining('测试通知'),
    });
  });

  it('an address that is none fails for good and says why', async () => {
    await startServer(true);
    const { cookie, state } = await sendTest('not-an-address');
    expect(state).toBe('failed');
    const { body } = await world.call(messageRoutes.list, { query: { state: 'failed' } }, cookie);
    expect(body).toMatchObject({ items: [{ reason: '收件地址无效或不允许发送', attempts: 1 }] });
    const dead = await world.database.server.selectFrom('pgboss.job').selectAll().execute();
    expect(dead).toMatchObject([{ state: 'failed', output: { code: 'address-refused' } }]);
  });
});
