import { describe, expect, it } from 'vitest';
import { messagingArea } from './settings.ts';

const SECRET = 'a secret of thirty-two characters';

const build = (found: Readonly<Record<string, string>>) =>
  messagingArea.build(messagingArea.settings.parse(found));

/** The settings that have to be mended. */
const wrong = (found: Readonly<Record<string, string>>): readonly string[] =>
  (messagingArea.settings.safeParse(found).error?.issues ?? []).map(({ path }) => path.join('.'));

describe('settings of the ways out', () => {
  it('send nothing out unless told where to', () => {
    expect(build({})).toEqual({ smtp: null, webhook: null });
  });

  it.each([
    ['starttls', 587],
    ['tls', 465],
    ['plain', 25],
  ])('take %s with its own port', (security, port) => {
    const { smtp } = build({ ZHAOSHI_SMTP_HOST: 'mail.example.cn', ZHAOSHI_SMTP_SECURITY: security });
    expect(smtp).toMatchObject({ security, port, ca: null, signIn: null });
  });

  it('encrypt mail unless told otherwise', () => {
    expect(build({ ZHAOSHI_SMTP_HOST: 'mail.example.cn' }).smtp?.security).toBe('starttls');
  });

  it('take a gateway with its secret and its host', () => {
    const { webhook } = build({
      ZHAOSHI_SMS_GATEWAY: 'https://SMS.example.cn/send',
      ZHAOSHI_WEBHOOK_SECRET: SECRET,
      ZHAOSHI_WEBHOOK_ALLOW: 'sms.example.cn',
    });
    expect(webhook).toMatchObject({ sms: 'https://SMS.example.cn/send', wechat: null });
  });

  it.each([
    [{ ZHAOSHI_SMTP_SECURITY: 'none' }, ['ZHAOSHI_SMTP_SECURITY']],
    [{ ZHAOSHI_SMTP_USER: 'zhaoshi' }, ['ZHAOSHI_SMTP_PASSWORD']],
    [{ ZHAOSHI_MAIL_FROM: 'zhaoshi' }, ['ZHAOSHI_MAIL_FROM']],
    [{ ZHAOSHI_SMTP_CA: '/etc/ca.pem' }, ['ZHAOSHI_SMTP_CA']],
    [
      { ZHAOSHI_SMS_GATEWAY: 'file:///etc/passwd', ZHAOSHI_WEBHOOK_SECRET: SECRET },
      ['ZHAOSHI_SMS_GATEWAY', 'ZHAOSHI_WEBHOOK_ALLOW'],
    ],
    [
      { ZHAOSHI_SMS_GATEWAY: 'sms.example.cn', ZHAOSHI_WEBHOOK_SECRET: SECRET },
      ['ZHAOSHI_SMS_GATEWAY', 'ZHAOSHI_WEBHOOK_ALLOW'],
    ],
    [{ ZHAOSHI_WEBHOOK_ALLOW: '*' }, ['ZHAOSHI_WEBHOOK_ALLOW']],
    [{ ZHAOSHI_WEBHOOK_SECRET: 'short' }, ['ZHAOSHI_WEBHOOK_SECRET']],
    [
      { ZHAOSHI_SMS_GATEWAY: 'https://sms.example.cn/', ZHAOSHI_WEBHOOK_ALLOW: 'other.example.cn' },
      ['ZHAOSHI_WEBHOOK_SECRET', 'ZHAOSHI_WEBHOOK_ALLOW'],
    ],
  ])('say what is to be mended: %j', (found, names) => {
    expect(wrong(found)).toEqual(names);
  });
});
