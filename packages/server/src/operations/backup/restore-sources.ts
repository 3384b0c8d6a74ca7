import { existsSync } from 'node:fs';
import { chmod, cp, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openSecretBox } from '../../adapters/secret-box/open-secret-box.ts';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { Config } from '../../config.ts';
import { erasureFolderOf } from '../../open-services.ts';
import { StartError } from '../../start-error.ts';
import { erasuresIn } from '../erasure/erasure-list.ts';

export type RestoreConfig = Pick<Config, 'data' | 'databaseUrl' | 'erasures' | 'files' | 'secrets'>;

/** Where the keys come from: a folder that was kept apart, or `new` ones, which cannot open what the old sealed. */
export type Keys = { readonly folder: string } | 'new' | undefined;

/** Where the list of erasures is: a folder, `none` when there is no list, or wherever it is found. */
export type ErasuresFrom = { readonly folder: string } | 'none' | undefined;

/** What a restoration needs besides the archive. */
export interface RestoreWith {
  readonly keys: Keys;
  readonly erasures: ErasuresFrom;
}

const KEYS = 'keys';

export async function requireKeys(keys: Keys, config: RestoreConfig): Promise<void> {
  if (keys === 'new' || (keys === undefined && config.secrets.key !== null)) return;
  if (keys === undefined) {
    throw new StartError(
      '备份文件不含密钥。请用 --keys 指定另行保存的密钥文件夹（原数据文件夹中的 keys）；确实没有的，用 --new-keys 生成新密钥，原来加密的内容（如动态口令）将不能再用。',
    );
  }
  if (!existsSync(join(keys.folder, 'secret.key')) && config.secrets.key === null) {
    throw new StartError(`密钥文件夹中没有 secret.key：${keys.folder}`);
  }
}

export type ErasureLists = NonNullable<Awaited<ReturnType<typeof erasuresIn>>>;

/**
 * The list given, else that of the settings, else the one beside the keys.
 *
 * @throws StartError when there is none and nobody said so: the archive may bring erased data back
 */
export async function findErasures(
  { keys, erasures }: RestoreWith,
  config: RestoreConfig,
): Promise<ErasureLists | null> {
  if (erasures === 'none') return null;
  const beside = typeof keys === 'object' ? [join(dirname(keys.folder), 'erasures')] : [];
  const folders = erasures === undefined ? [erasureFolderOf(config), ...beside] : [erasures.folder];
  for (const folder of folders) {
    const lists = await erasuresIn(folder);
    if (lists !== null) return lists;
  }
  throw new StartError(
    `没有找到清除名单（找过 ${folders.join('、')}），没有恢复任何数据。备份可能带回此后已经清除的个人信息：请用 --erasures 指定清除名单所在的文件夹（原数据文件夹中的 erasures）；确实没有的，用 --without-erasures 说明，将记入审计。`,
  );
}

export async function copyKeys(keys: Keys, dataFolder: string): Promise<void> {
  if (keys === undefined || keys === 'new') return;
  const folder = join(dataFolder, KEYS);
  await cp(keys.folder, folder, { recursive: true });
  await chmod(folder, 0o700);
  for (const name of await readdir(folder)) await chmod(join(folder, name), 0o600);
}

/** The box that the archive's secrets were sealed with; `null` when its key is lost. */
export async function openBox(keys: Keys, { secrets }: RestoreConfig): Promise<SecretBox | null> {
  if (keys === 'new') return null;
  return await openSecretBox(secrets.key, keys?.folder ?? '');
}
