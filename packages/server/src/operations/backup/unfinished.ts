import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import { StartError } from '../../start-error.ts';

/**
 * Stands in the database from the commit of the archive's rows until what must not live on with them was taken out
 * again. A table of its own, because the archive may be older than every migration that could make one.
 */
export const MARK_UNFINISHED = 'create table public.unfinished_restoration ()';

export const MARK_FINISHED = 'drop table public.unfinished_restoration';

/** @throws StartError when a restoration was interrupted after its rows and before its erasures */
export async function requireWhole(database: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('public.unfinished_restoration') is not null as there`.execute(database);
  if (rows[0]?.there === true) {
    throw new StartError(
      '数据库中的恢复没有完成：备份之后清除的个人信息还没有重新清除，不能提供服务。请清空数据库和文件存储后重新恢复。',
    );
  }
}
