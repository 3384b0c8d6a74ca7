import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../test/test-database.ts';
import { readConfig } from './config.ts';
import { requirePrivateDemonstration } from './private-demonstration.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const starting = async (env: Readonly<Record<string, string>>, isAboutToLoad: boolean): Promise<string> => {
  try {
    await requirePrivateDemonstration(readConfig({}, env), database.server, isAboutToLoad);
    return 'started';
  } catch (error) {
    return error instanceof Error ? error.message : 'fault';
  }
};

const PUBLIC = [
  { ZHAOSHI_HOST: '0.0.0.0' },
  { ZHAOSHI_HOST: '::' },
  { ZHAOSHI_HOST: '192.0.2.1' },
  { ZHAOSHI_HOST: '127.evil.example' },
  { ZHAOSHI_PUBLIC_URL: 'https://www.example.gov.cn' },
];

describe('attack: signing in to a public server with the well-known accounts of the demonstration', () => {
  it.each(PUBLIC)('is refused before they are loaded: %o', async (env) => {
    expect(await starting(env, true)).toContain('ZHAOSHI_DEMO_PUBLIC=1');
    expect(await starting({ ...env, ZHAOSHI_DEMO_PUBLIC: '1' }, true)).toBe('started');
    expect(await starting(env, false), 'nothing of the demonstration is there').toBe('started');
  });

  it('is refused where they are, as long as they are open', async () => {
    const accountId = randomUUID();
    await database.server
      .insertInto('account')
      .values({
        account_id: accountId,
        login_name: 'city-admin',
        display_name: '演示',
        created_at: new Date(),
        is_demonstration: true,
      })
      .execute();
    for (const env of PUBLIC)
      expect(await starting(env, false)).toContain('演示账号的密码和动态口令是公开的');
    for (const host of ['127.0.0.1', '127.0.0.2', '::1', 'localhost']) {
      expect(await starting({ ZHAOSHI_HOST: host }, false)).toBe('started');
    }
    await database.server
      .updateTable('account')
      .set({ disabled_at: new Date() })
      .where('account_id', '=', accountId)
      .execute();
    for (const env of PUBLIC) expect(await starting(env, false)).toBe('started');
  });
});
