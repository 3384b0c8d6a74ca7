import { join, resolve } from 'node:path';
import { defaultDataFolder } from './adapters/embedded-postgres/data-folder.ts';
import { openSigningKey } from './adapters/signing/signing-key.ts';
import type { Config } from './config.ts';
import type { Services } from './services.ts';

/** Where keys, files and exports of the installation are, also when the database is elsewhere. */
export const dataFolderOf = ({ data }: Pick<Config, 'data'>): string =>
  resolve(data ?? defaultDataFolder(process.cwd()));

/** The services that the settings ask for. */
export async function openServices(config: Pick<Config, 'data'>): Promise<Services> {
  const folder = dataFolderOf(config);
  return {
    signingKey: await openSigningKey(join(folder, 'keys')),
    checkpointFolder: join(folder, 'checkpoints'),
  };
}
