import { existsSync } from 'node:fs';
import {
  type Config,
  type Flags,
  readConfig,
  type ShownSetting,
  showSettings,
  strangeVariables,
} from '../../config.ts';
import { DEFAULT_CONFIG_FILE } from '../../config-file.ts';
import { openDatabase, SHARED_USER, SHARED_USER_ADVICE } from '../../open-database.ts';
import { dataFolderOf } from '../../open-services.ts';
import { StartError } from '../../start-error.ts';
import { type Finding, fine, notice, wrong } from './finding.ts';
import { type DatabaseInspection, inspectDatabase } from './inspect-database.ts';
import {
  inspectFolder,
  inspectNode,
  inspectPort,
  inspectSettingsFile,
  inspectSpace,
  judgeClock,
  judgeProxies,
} from './inspect-machine.ts';
import { inspectBackups, inspectMail, inspectStorage } from './inspect-services.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface Inspection {
  readonly findings: readonly Finding[];
  /** In force, secrets masked; empty when the settings are wrong. */
  readonly settings: readonly ShownSetting[];
}

/** An embedded database that is not there yet is not made; one that rests is started for the look. */
async function lookAtDatabase(config: Config, dataFolder: string): Promise<DatabaseInspection> {
  if (config.databaseUrl === null && !existsSync(dataFolder)) {
    return { findings: [notice('数据库', '还没有建立', '首次启动时会自动建立')], secondsApart: null };
  }
  try {
    const opened = await openDatabase(config, false, 'as it is');
    try {
      const found = await inspectDatabase(opened.owner);
      if (opened.hasOwnUsers) return found;
      return {
        ...found,
        findings: [...found.findings, notice('数据库用户', SHARED_USER, SHARED_USER_ADVICE)],
      };
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    return { findings: [wrong('数据库', '不能启动', error.message)], secondsApart: null };
  }
}

async function inspectAll(config: Config, flags: Flags, env: Environment): Promise<readonly Finding[]> {
  const dataFolder = dataFolderOf(config);
  const now = new Date();
  const settingsFile = flags.config ?? env['ZHAOSHI_CONFIG'] ?? DEFAULT_CONFIG_FILE;
  const isNew = config.databaseUrl === null && !existsSync(dataFolder);
  const strange = strangeVariables(env).map((name) =>
    notice('设置', `不认识环境变量 ${name}`, '请检查是否拼写有误'),
  );
  const database = await lookAtDatabase(config, dataFolder);
  return [
    fine('设置', '没有错误'),
    ...strange,
    ...(await inspectSettingsFile(settingsFile)),
    inspectNode(process.versions.node),
    await inspectFolder(dataFolder),
    await inspectSpace(dataFolder),
    await inspectPort(config.host, config.port),
    judgeProxies(config.site),
    ...database.findings,
    judgeClock(now, database.secondsApart),
    ...(isNew ? [] : [await inspectStorage(config.files, dataFolder)]),
    await inspectMail(config.messaging.smtp),
    await inspectBackups(config.backups, now),
  ];
}

/** Looks at everything that the platform depends on; leaves it as it is. */
export async function inspect(flags: Flags, env: Environment): Promise<Inspection> {
  try {
    const config = readConfig(flags, env);
    return { findings: await inspectAll(config, flags, env), settings: showSettings(flags, env) };
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    return { findings: [wrong('设置', error.message, '请按提示改正')], settings: [] };
  }
}
