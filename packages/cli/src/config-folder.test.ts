import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { configFolderOf } from './config-folder.ts';

test.each([
  [{ XDG_CONFIG_HOME: '/home/li/settings' }, 'linux', join('/home/li/settings', 'zhaoshi')],
  [
    { APPDATA: '/Users/li/Roaming', XDG_CONFIG_HOME: '/other' },
    'win32',
    join('/Users/li/Roaming', 'zhaoshi'),
  ],
  [{ XDG_CONFIG_HOME: '' }, 'darwin', join(homedir(), '.config', 'zhaoshi')],
] as const)('with %j on %s what belongs to the person is kept in %s', (env, platform, folder) => {
  expect(configFolderOf(env, platform)).toBe(folder);
});
