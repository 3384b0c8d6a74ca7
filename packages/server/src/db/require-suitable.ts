import type { Client } from 'pg';
import { StartError } from '../start-error.ts';

const OLDEST = 15;

interface Found {
  readonly version: number;
  readonly database: string;
  readonly user: string;
  readonly encoding: string;
  readonly ctype: string;
  readonly may_create: boolean;
}

const FIND = `
  select current_setting('server_version_num')::integer / 10000 as version, current_user as user,
    datname as database, pg_encoding_to_char(encoding) as encoding, datctype as ctype,
    has_database_privilege(datname, 'create') and has_schema_privilege('public', 'create') as may_create
  from pg_database where datname = current_database()`;

/** Whether the database takes a Chinese character for a letter; asked of a UTF-8 database only. */
async function knowsChinese(client: Client, ctype: string): Promise<boolean> {
  // pg_trgm looks at LC_CTYPE, whatever provider sorts: under C it drops every Chinese character.
  if (['C', 'POSIX'].includes(ctype)) return false;
  const { rows } = await client.query<{ known: boolean }>("select '政' ~ '^[[:alpha:]]$' as known");
  return rows[0]?.known === true;
}

/**
 * Looks at a database before anything is written to it.
 *
 * @throws StartError when it is too old, does not know Chinese, or its user may not create tables in it; with
 * what to run
 */
export async function requireSuitable(client: Client): Promise<void> {
  const { rows } = await client.query<Found>(FIND);
  const [found] = rows;
  if (found === undefined) throw new Error('the database does not know itself');
  const { version, database, user, encoding, ctype } = found;
  if (version < OLDEST) {
    throw new StartError(`数据库是 PostgreSQL ${version}，需要 ${OLDEST} 或更高版本。没有改动任何数据。`);
  }
  const name = client.escapeIdentifier(database);
  const owner = client.escapeIdentifier(user);
  if (encoding !== 'UTF8' || !(await knowsChinese(client, ctype))) {
    throw new StartError(
      `数据库 ${database} 的编码是 ${encoding}、字符分类（LC_CTYPE）是 ${ctype}，检索会找不到汉字。没有改动任何数据。请由数据库管理员另建，例如：create database ${name} owner ${owner} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8';`,
    );
  }
  if (!found.may_create) {
    throw new StartError(
      `数据库用户 ${user} 不能在数据库 ${database} 中建表。请由数据库管理员执行：alter database ${name} owner to ${owner};`,
    );
  }
}
