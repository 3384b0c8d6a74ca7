import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { DeliveryError, type OutgoingMessage } from '../message/sender.ts';
import { type SmtpSettings, smtpSender } from './smtp.ts';

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');
const CERTIFICATE = fixture('server-cert.pem');
const KEY = fixture('server-key.pem');

interface Received {
  readonly to: readonly string[];
  readonly secure: boolean;
  readonly user: string | undefined;
  readonly raw: string;
}

let server: SMTPServer | undefined;
let received: Received[] = [];

afterEach(async () => {
  const open = server;
  server = undefined;
  received = [];
  if (open !== undefined) {
    await new Promise<void>((closed) => {
      open.close(closed);
    });
  }
});

type ServerOptions = NonNullable<ConstructorParameters<typeof SMTPServer>[0]>;

/** A real mail server on a free port. */
async function startMailServer(options: ServerOptions = {}): Promise<number> {
  const started = new SMTPServer({
    authOptional: true,
    key: KEY,
    cert: CERTIFICATE,
    onAuth: ({ username, password }, _session, done) => {
      if (username === 'zhaoshi' && password === 'right') done(null, { user: username });
      else done(new Error('no'));
    },
    onData: (stream, session, done) => {
      stream.on('error', done);
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({
          to,
          secure: session.secure,
          user: session.user,
          raw: Buffer.concat(pieces).toString('utf8'),
        });
        done();
      });
    },
    ...options,
  });
  // Clients that refuse the certificate break the connection; that is the point.
  started.on('error', () => {});
  server = started;
  await new Promise<void>((listening) => {
    started.listen(0, '127.0.0.1', listening);
  });
  return (started.server.address() as AddressInfo).port;
}

const settings = (port: number, more: Partial<SmtpSettings> = {}): SmtpSettings => ({
  host: 'localhost',
  port,
  security: 'starttls',
  ca: CERTIFICATE,
  signIn: null,
  from: 'xxgk@jindian.example.cn',
  ...more,
});

const message = (more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  messageId: '00000000-0000-4000-8000-000000000001',
  channel: 'mail',
  address: 'applicant@example.cn',
  template: 'system.test',
  subject: '段店乡：测试通知',
  text: '正文 <b>\n',
  html: '<p>正文 &lt;b&gt;</p>',
  ...more,
});

const send = async (given: SmtpSettings, more: Partial<OutgoingMessage> = {}) =>
  await smtpSender(given).send(message(more), new AbortController().signal);

/** Header lines as they stand, folded ones joined. */
const headersOf = (raw: string): readonly string[] =>
  (raw.split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]+/g, ' ').split('\r\n');

describe('mail', () => {
  it.each(['starttls', 'tls'] as const)('goes out encrypted by %s, as text and as HTML', async (security) => {
    const port = await startMailServer({ secure: security === 'tls' });
    expect(await send(settings(port, { security }))).toBe('sent');
    expect(received).toMatchObject([{ to: ['applicant@example.cn'], secure: true }]);
    const raw = received[0]?.raw ?? '';
    expect(raw).toContain('text/plain');
    expect(raw).toContain('text/html');
    expect(headersOf(raw)).toContain('Message-ID: <00000000-0000-4000-8000-000000000001@jindian.example.cn>');
    expect(headersOf(raw)).toContain('Auto-Submitted: auto-generated');
  });

  it('signs in', async () => {
    const port = await startMailServer({ authOptional: false });
    await send(settings(port, { signIn: { user: 'zhaoshi', password: 'right' } }));
    expect(received).toMatchObject([{ user: 'zhaoshi', secure: true }]);
    await expect(
      send(settings(port, { signIn: { user: 'zhaoshi', password: 'wrong' } })),
    ).rejects.toMatchObject({
      code: 'gateway-sign-in',
    });
  });

  // Attack list 17.
  it.each([
    ['that nobody known signed', 'starttls', { ca: null }, {}],
    ['that nobody known signed', 'tls', { ca: null }, { secure: true }],
    ['of another name', 'starttls', { host: '127.0.0.1' }, {}],
    ['of another name', 'tls', { host: '127.0.0.1' }, { secure: true }],
    // smtp-server's own, which ended in 2025.
    ['that has expired', 'starttls', {}, { key: undefined, cert: undefined }],
  ] as const)('is not given to a server with a certificate %s (%s)', async (_, security, more, options) => {
    const port = await startMailServer(options as ServerOptions);
    await expect(send(settings(port, { security, ...more }))).rejects.toMatchObject({
      code: 'gateway-untrusted',
    });
    expect(received).toEqual([]);
  });

  it('is not given to a server without encryption, unless that was set', async () => {
    const port = await startMailServer({ disabledCommands: ['STARTTLS'] });
    await expect(send(settings(port))).rejects.toMatchObject({ code: 'gateway-unencrypted' });
    expect(received).toEqual([]);
    expect(await send(settings(port, { security: 'plain' }))).toBe('sent');
    expect(received).toMatchObject([{ secure: false }]);
  });

  it.each([
    'a@example.cn\r\nBcc: b@example.cn',
    'a@example.cn, b@example.cn',
    'a@example.cn;b@example.cn',
    '"a" <b@example.cn>',
    'group: b@example.cn;',
    'a@example.cn\u0000',
    '',
  ])('goes to one address and nothing else: %j', async (address) => {
    const port = await startMailServer();
    await expect(send(settings(port), { address })).rejects.toMatchObject({ code: 'address-refused' });
    expect(received).toEqual([]);
  });

  it.each(['测试\r\nBcc: b@example.cn', '测试\nX-Evil: 1', '测试\u2028Bcc: b@example.cn'])(
    'has no header more than it should: %j',
    async (subject) => {
      const port = await startMailServer();
      await expect(send(settings(port), { subject })).rejects.toMatchObject({ code: 'address-refused' });
      await send(settings(port), {
        subject: subject.replace(/\s/g, ' '),
        text: `${subject}\r\n.\r\nQUIT\r\n`,
      });
      expect(received).toHaveLength(1);
      expect(received[0]?.to).toEqual(['applicant@example.cn']);
      const names = headersOf(received[0]?.raw ?? '').map((line) =>
        line.slice(0, line.indexOf(':')).toLowerCase(),
      );
      expect(names).not.toContain('bcc');
      expect(names).not.toContain('x-evil');
    },
  );

  it('does not take words for a path or an address to fetch', async () => {
    const port = await startMailServer();
    const words = { path: '/etc/hostname' } as unknown as string;
    await expect(send(settings(port), { text: words })).rejects.toBeInstanceOf(DeliveryError);
    expect(received).toEqual([]);
  });

  it('tells a refusal for good from one for now', async () => {
    const refusal = (responseCode: number) => (_: unknown, __: unknown, done: (error: Error) => void) => {
      done(Object.assign(new Error('applicant@example.cn'), { responseCode }));
    };
    const forGood = await startMailServer({ onRcptTo: refusal(550) });
    await expect(send(settings(forGood))).rejects.toMatchObject({ code: 'gateway-refused' });
    server?.close();
    const forNow = await startMailServer({ onRcptTo: refusal(451) });
    await expect(send(settings(forNow))).rejects.toMatchObject({ code: 'gateway-busy' });
  });

  it('says that nobody answers, and nothing about whom it was for', async () => {
    const error: unknown = await send(settings(1)).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'gateway-unreachable', message: 'gateway-unreachable' });
    expect(JSON.stringify(error)).not.toContain('applicant');
  });
});
