import { isIPv4 } from 'node:net';
import type { Kysely } from 'kysely';
import type { Config } from './config.ts';
import type { Schema } from './db/schema.ts';
import { StartError } from './start-error.ts';

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));

/** How others could reach the server, in the words of the setting; `null` when only this machine can. */
function wayIn({ host, site }: Pick<Config, 'host' | 'site'>): string | null {
  if (!isLoopback(host)) return `ZHAOSHI_HOST 为 ${host}`;
  return site.publicUrl === null ? null : `ZHAOSHI_PUBLIC_URL 为 ${site.publicUrl}`;
}

async function hasDemonstrationAccounts(database: Kysely<Schema>): Promise<boolean> {
  const found = await database
    .selectFrom('account')
    .select('account_id')
    .where('is_demonstration', '=', true)
    .where('disabled_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * Everybody knows the password and the second factor of the demonstration's people: such a database is for this
 * machine only, unless a setting says otherwise.
 *
 * @param isAboutToLoad the demonstration is not there yet, but will be
 * @throws StartError
 */
export async function requirePrivateDemonstration(
  config: Pick<Config, 'host' | 'site' | 'demoPublic'>,
  database: Kysely<Schema>,
  isAboutToLoad: boolean,
): Promise<void> {
  const way = wayIn(config);
  if (config.demoPublic || way === null) return;
  if (!isAboutToLoad && !(await hasDemonstrationAccounts(database))) return;
  throw new StartError(
    `演示账号的密码和动态口令是公开的，不能对外提供服务（${way}）。正式使用请换一个空的数据文件夹或数据库，并设置 ZHAOSHI_EMPTY=1；` +
      '只在本机试用，请去掉这项设置；确实要公开演示，请设置 ZHAOSHI_DEMO_PUBLIC=1。',
  );
}
