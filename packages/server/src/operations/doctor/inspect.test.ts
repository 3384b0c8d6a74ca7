import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../test/test-database.ts';
import { inspectDatabase } from './inspect-database.ts';
import {
  inspectFolder,
  inspectNode,
  inspectPort,
  inspectSettingsFile,
  judgeClock,
  judgeProxies,
  judgeSpace,
} from './inspect-machine.ts';
import { inspectMail, judgeBackup } from './inspect-services.ts';

const NOW = new Date('2026-11-21T04:00:00Z');
const hoursAgo = (hours: number): Date => new Date(NOW.getTime() - hours * 3_600_000);
const GIBIBYTE = 1024 ** 3;
const PUBLIC = 'https://www.example.gov.cn';
const SMTP = {
  host: '127.0.0.1',
  security: 'starttls',
  ca: null,
  signIn: null,
  from: 'a@b.example',
} as const;

let house: string;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'zhaoshi-doctor-'));
});

afterAll(() => rmSync(house, { recursive: true }));

describe('what doctor thinks of', () => {
  it.each([
    ['an old Node', inspectNode('22.1.0'), 'error'],
    ['a new Node', inspectNode('24.0.0'), 'fine'],
    ['a nearly full disk', judgeSpace(0.9 * GIBIBYTE, '/'), 'error'],
    ['a filling disk', judgeSpace(4.9 * GIBIBYTE, '/'), 'notice'],
    ['a roomy disk', judgeSpace(5 * GIBIBYTE, '/'), 'fine'],
    ['a clock at zero', judgeClock(new Date(0), null), 'error'],
    ['a clock apart from the database', judgeClock(NOW, 6), 'error'],
    ['a good clock', judgeClock(NOW, 5), 'fine'],
    [
      'a public site behind nobody knows what',
      judgeProxies({ publicUrl: PUBLIC, trustedProxies: [] }),
      'notice',
    ],
    [
      'a public site behind a known proxy',
      judgeProxies({ publicUrl: PUBLIC, trustedProxies: ['::1'] }),
      'fine',
    ],
    ['no public site', judgeProxies({ publicUrl: null, trustedProxies: [] }), 'fine'],
    ['no backup', judgeBackup(null, NOW), 'error'],
    ['a backup of yesterday', judgeBackup(hoursAgo(25), NOW), 'fine'],
    ['a missed backup', judgeBackup(hoursAgo(27), NOW), 'notice'],
    ['three missed backups', judgeBackup(hoursAgo(73), NOW), 'error'],
  ])('%s', (_, finding, level) => {
    expect(finding.level).toBe(level);
    expect(finding.advice === undefined).toBe(level === 'fine');
  });

  it('keys that others can read', async () => {
    mkdirSync(join(house, 'keys'));
    const key = join(house, 'keys/secret.key');
    writeFileSync(key, '', { mode: 0o600 });
    expect(await inspectFolder(house)).toMatchObject({ level: 'fine' });
    chmodSync(key, 0o644);
    expect(await inspectFolder(house)).toMatchObject({
      level: 'error',
      detail: expect.stringContaining('keys/secret.key'),
    });
  });

  it('a settings file that others can read', async () => {
    const path = join(house, 'zhaoshi.env');
    expect(await inspectSettingsFile(path)).toEqual([]);
    writeFileSync(path, '');
    chmodSync(path, 0o640);
    expect(await inspectSettingsFile(path)).toMatchObject([{ level: 'notice' }]);
    chmodSync(path, 0o600);
    expect(await inspectSettingsFile(path)).toMatchObject([{ level: 'fine' }]);
  });

  it('a port that another program has', async () => {
    const other = createServer((socket) => socket.end('hello'));
    await new Promise<void>((listening) => {
      other.listen(0, '127.0.0.1', listening);
    });
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await inspectPort('127.0.0.1', port)).toMatchObject({
      level: 'error',
      detail: expect.stringContaining('EADDRINUSE'),
    });
    // Nor is it a mail server.
    expect(await inspectMail({ ...SMTP, port })).toMatchObject({ level: 'error' });
    other.close();
    expect(await inspectPort('127.0.0.1', 0)).toMatchObject({ level: 'fine' });
  });
});

describe('a database', () => {
  it('is fine, or shows that its head, or its version, is not what it should be', async () => {
    const test = await createTestDatabase();
    const levels = async () =>
      Object.fromEntries(
        (await inspectDatabase(test.logins.owner)).findings.map(({ subject, level }) => [subject, level]),
      );
    expect(await levels()).toEqual({
      数据库: 'fine',
      检索扩展: 'fine',
      数据库版本: 'fine',
      审计记录: 'fine',
    });
    await test.owner.updateTable('audit_head').set({ sequence: 7 }).execute();
    expect(await levels()).toMatchObject({ 审计记录: 'error' });
    await test.owner.insertInto('migration').values({ name: '9999-later.sql', checksum: 'x' }).execute();
    expect(await levels()).toMatchObject({ 数据库版本: 'error' });
    await test.owner.deleteFrom('migration').where('name', '>', '0002').execute();
    expect(await levels()).toMatchObject({ 数据库版本: 'notice' });
    await test.drop();
    expect((await inspectDatabase(test.logins.owner)).findings).toMatchObject([{ level: 'error' }]);
  });
});
