import { homedir } from 'node:os';
import { join } from 'node:path';

/** The person's folder for settings of programs, by the custom of the system. */
export function configFolderOf(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string {
  const given = platform === 'win32' ? env['APPDATA'] : env['XDG_CONFIG_HOME'];
  const base = given === undefined || given === '' ? join(homedir(), '.config') : given;
  return join(base, 'zhaoshi');
}
