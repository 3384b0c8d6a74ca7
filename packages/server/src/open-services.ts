import { join, resolve } from 'node:path';
import { defaultDataFolder } from './adapters/embedded-postgres/data-folder.ts';
import { openFiles } from './adapters/files/open-files.ts';
import { httpLinkProbe } from './adapters/link-check/link-probe.ts';
import { createSenders } from './adapters/message/senders.ts';
import { openSingleSignOn } from './adapters/oidc/open-single-sign-on.ts';
import { openSecretBox } from './adapters/secret-box/open-secret-box.ts';
import { openSigningKey } from './adapters/signing/signing-key.ts';
import type { Config } from './config.ts';
import type { Logger } from './operations/log.ts';
import type { Services } from './services.ts';

/** Where keys, files and exports of the installation are, also when the database is elsewhere. */
export const dataFolderOf = ({ data }: Pick<Config, 'data'>): string =>
  resolve(data ?? defaultDataFolder(process.cwd()));

/** Where the list of what was erased is. */
export const erasureFolderOf = (config: Pick<Config, 'data' | 'erasures'>): string =>
  config.erasures === null ? join(dataFolderOf(config), 'erasures') : resolve(config.erasures);

/** The services that the settings ask for. */
export async function openServices(
  config: Pick<
    Config,
    'data' | 'erasures' | 'files' | 'linkCheck' | 'messaging' | 'secrets' | 'singleSignOn' | 'site'
  >,
  { warn }: Pick<Logger, 'warn'>,
): Promise<Services> {
  const folder = dataFolderOf(config);
  return {
    files: await openFiles(config.files, folder, warn),
    signingKey: await openSigningKey(join(folder, 'keys')),
    checkpointFolder: join(folder, 'checkpoints'),
    erasureFolder: erasureFolderOf(config),
    secretBox: await openSecretBox(config.secrets.key, join(folder, 'keys')),
    singleSignOn: openSingleSignOn(config),
    messageSenders: createSenders(config.messaging),
    linkProbe: config.linkCheck.isOn ? httpLinkProbe() : null,
    publicOrigin: config.site.publicUrl ?? '',
  };
}
