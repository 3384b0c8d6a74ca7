import type { Kysely } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import { StartError } from '../../start-error.ts';
import type { SecretBox } from './secret-box.ts';

const PURPOSE = 'installation';
const WORD = 'zhaoshi';

function opens(box: SecretBox, sealed: string): boolean {
  try {
    return box.open(sealed, PURPOSE) === WORD;
  } catch {
    return false;
  }
}

/**
 * Makes sure that this key is the one with which the database's secrets were sealed; the first start leaves a mark.
 *
 * @throws StartError with another key, before anything is sealed with it
 */
export async function requireSameKey(database: Kysely<Schema>, box: SecretBox): Promise<void> {
  await database
    .insertInto('installation')
    .values({ key_check: box.seal(WORD, PURPOSE) })
    .onConflict((conflict) => conflict.column('only_row').doNothing())
    .execute();
  const { key_check } = await database
    .selectFrom('installation')
    .select('key_check')
    .executeTakeFirstOrThrow();
  if (!opens(box, key_check)) {
    throw new StartError(
      '密钥不是本数据库所用的密钥：动态口令等内容将无法解开。请恢复数据文件夹中的 keys/secret.key，或把 ZHAOSHI_SECRET_KEY 改回原来的值；没有改动任何数据。',
    );
  }
}
