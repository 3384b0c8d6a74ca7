import { z } from 'zod';
import { filesArea } from './adapters/files/config.ts';
import { linkCheckArea } from './adapters/link-check/config.ts';
import { messagingArea } from './adapters/message/settings.ts';
import { singleSignOnArea } from './adapters/oidc/config.ts';
import { secretBoxArea } from './adapters/secret-box/config.ts';
import { configArea } from './config-area.ts';
import { type ConfigFile, readConfigFile } from './config-file.ts';
import {
  type FoundSetting,
  findSettings,
  isKnown,
  type KnownSettings,
  nearestName,
  sourcesOf,
} from './config-sources.ts';
import { siteArea } from './http/config.ts';
import { portalArea } from './portal-mirror/config.ts';
import { StartError } from './start-error.ts';

const text = z.string().trim().min(1, '不能为空');

const count = (least: number, most: number) => {
  const limits = `应在 ${least} 至 ${most} 之间`;
  return z.coerce.number('应为数字').int('应为整数').min(least, limits).max(most, limits);
};

const core = configArea({
  title: '服务',
  settings: z.object({
    ZHAOSHI_HOST: text.default('127.0.0.1'),
    ZHAOSHI_PORT: count(0, 65_535).default(8080),
    ZHAOSHI_DATA: text.optional(),
    ZHAOSHI_LOG: z.enum(['json', 'off'], '应为 json 或 off').default('json'),
    ZHAOSHI_EMPTY: z.enum(['0', '1'], '应为 0 或 1').default('0'),
    ZHAOSHI_DEMO_PUBLIC: z.enum(['0', '1'], '应为 0 或 1').default('0'),
    ZHAOSHI_BACKUPS: text.optional(),
    ZHAOSHI_ERASURES: text.optional(),
    ZHAOSHI_BACKUP_DAYS: count(1, 3650).default(30),
    ZHAOSHI_BACKUP_MONTHS: count(0, 120).default(12),
    ZHAOSHI_METRICS_TOKEN: z.string().min(16, '应为 16 个以上的字符').optional(),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(?:ql)?:\/\/\S+$/, '应为 postgres://用户:密码@主机:端口/数据库')
      .optional(),
  }),
  help: {
    ZHAOSHI_HOST: '监听地址，默认 127.0.0.1',
    ZHAOSHI_PORT: '端口，默认 8080；0 为任意空闲端口',
    ZHAOSHI_DATA: '数据文件夹，默认为当前文件夹下的 zhaoshi-data',
    ZHAOSHI_LOG: 'json（默认）或 off',
    ZHAOSHI_EMPTY: '1：首次启动不载入演示数据；默认 0',
    ZHAOSHI_DEMO_PUBLIC: '1：允许载有演示账号（密码公开）的平台对外提供服务；默认 0，只能在本机使用',
    ZHAOSHI_BACKUPS: '自动备份所在的文件夹，供 doctor 检查最近一次备份；默认不检查',
    ZHAOSHI_ERASURES:
      '清除名单所在的文件夹，恢复备份时据此重新清除已清除的个人信息；默认为数据文件夹下的 erasures，宜放在另一台机器的共享文件夹',
    ZHAOSHI_BACKUP_DAYS: 'backup --rotate 保留最近多少天的每日备份，默认 30（待确认）',
    ZHAOSHI_BACKUP_MONTHS: 'backup --rotate 另外保留最近多少个月的每月第一份备份，默认 12（待确认）',
    ZHAOSHI_METRICS_TOKEN: '读取 /metrics 的口令，16 个以上的字符；默认不设，/metrics 关闭',
    DATABASE_URL: '使用现有的 PostgreSQL（15 或更高版本），不启动内置数据库',
  },
  secrets: ['DATABASE_URL', 'ZHAOSHI_METRICS_TOKEN'],
  build: (found) => ({
    host: found.ZHAOSHI_HOST,
    /** 0: any free port. */
    port: found.ZHAOSHI_PORT,
    /** Data folder of the embedded database; `null`: the default place. */
    data: found.ZHAOSHI_DATA ?? null,
    /** An existing PostgreSQL instead of the embedded one. */
    databaseUrl: found.DATABASE_URL ?? null,
    log: found.ZHAOSHI_LOG === 'json',
    /** Leaves an empty database empty instead of loading the demonstration. */
    empty: found.ZHAOSHI_EMPTY === '1',
    /** Lets others reach a server with the accounts of the demonstration, whose passwords everybody knows. */
    demoPublic: found.ZHAOSHI_DEMO_PUBLIC === '1',
    /** Where `backup --rotate` is told to write. */
    backups: found.ZHAOSHI_BACKUPS ?? null,
    /** Where the list of what was erased is kept; `null`: `erasures` in the data folder. */
    erasures: found.ZHAOSHI_ERASURES ?? null,
    /** How many `backup --rotate` keeps. */
    keptBackups: { days: found.ZHAOSHI_BACKUP_DAYS, months: found.ZHAOSHI_BACKUP_MONTHS },
    /** Whoever knows it may read `/metrics`; `null`: nobody. */
    metricsToken: found.ZHAOSHI_METRICS_TOKEN ?? null,
  }),
});

/** The parts of the program that have settings of their own: a new one is one line here. */
const PARTS = {
  files: filesArea,
  linkCheck: linkCheckArea,
  messaging: messagingArea,
  secrets: secretBoxArea,
  singleSignOn: singleSignOnArea,
  site: siteArea,
  portal: portalArea,
} as const;

const AREAS = [core, ...Object.values(PARTS)];

/** Each part's settings under its name, in the words of the program; those of the server itself at the top. */
export type Config = Readonly<ReturnType<typeof core.build>> & {
  readonly [Part in keyof typeof PARTS]: Readonly<ReturnType<(typeof PARTS)[Part]['build']>>;
};

interface Part {
  readonly settings: z.ZodObject;
  readonly build: (found: never) => unknown;
}

function buildParts<P extends Readonly<Record<string, Part>>>(
  parts: P,
  values: Readonly<Record<string, string>>,
): { readonly [Name in keyof P]: ReturnType<P[Name]['build']> } {
  const built = Object.entries(parts).map(([name, { settings, build }]) => [
    name,
    build(settings.parse(values) as never),
  ]);
  return Object.fromEntries(built);
}

/** What the command line says goes before the environment, and that before the file. */
export interface Flags {
  readonly config?: string | undefined;
  readonly port?: string | undefined;
  readonly data?: string | undefined;
  readonly empty?: boolean | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

const known: KnownSettings = {
  names: new Set(AREAS.flatMap(({ settings }) => Object.keys(settings.shape))),
  secrets: new Set(AREAS.flatMap(({ secrets }) => secrets)),
};

function flagSettings(flags: Flags): ReadonlyMap<string, FoundSetting> {
  const settings = new Map<string, FoundSetting>();
  if (flags.port !== undefined) settings.set('ZHAOSHI_PORT', { value: flags.port, place: '选项 --port' });
  if (flags.data !== undefined) settings.set('ZHAOSHI_DATA', { value: flags.data, place: '选项 --data' });
  if (flags.empty === true) settings.set('ZHAOSHI_EMPTY', { value: '1', place: '选项 --empty' });
  return settings;
}

/** In a file every name is meant for this program; the environment holds those of others. */
function unknownNames(file: ConfigFile): readonly string[] {
  return [...file.settings]
    .filter(([name]) => !isKnown(name, known))
    .map(
      ([name, { line }]) =>
        `${name}：没有这个设置，是否指 ${nearestName(name, known)}？（${file.path} 第 ${line} 行）`,
    );
}

const chinese = z.locales.zhCN().localeError;

function wrongValues(found: ReadonlyMap<string, FoundSetting>): readonly string[] {
  const values = Object.fromEntries([...found].map(([name, { value }]) => [name, value]));
  return AREAS.flatMap(({ settings }) => {
    const result = settings.safeParse(values, { error: chinese });
    return (result.error?.issues ?? []).map(({ path, message }) => {
      const name = path.join('.');
      const place = found.get(name)?.place;
      return `${name}：${message}${place === undefined ? '' : `（${place}）`}`;
    });
  });
}

function settingsFound(flags: Flags, env: Environment): ReadonlyMap<string, FoundSetting> {
  const file = readConfigFile(flags.config ?? env['ZHAOSHI_CONFIG']);
  const mistakes = file === null ? [] : [...file.mistakes, ...unknownNames(file)];
  const found = findSettings(known, sourcesOf(flagSettings(flags), env, file), mistakes);
  mistakes.push(...wrongValues(found));
  if (mistakes.length > 0) {
    const lines = mistakes.map((line) => `  ${line}`);
    throw new StartError(`设置有 ${lines.length} 处错误：\n${lines.join('\n')}`);
  }
  return found;
}

/**
 * The settings, from flags, environment and settings file.
 *
 * @throws StartError with every mistake at once
 */
export function readConfig(flags: Flags, env: Environment): Config {
  const found = settingsFound(flags, env);
  const values = Object.fromEntries([...found].map(([name, { value }]) => [name, value]));
  return { ...core.build(core.settings.parse(values)), ...buildParts(PARTS, values) };
}

/** A setting as `zhaoshi doctor` shows it. */
export interface ShownSetting {
  readonly area: string;
  readonly name: string;
  readonly help: string;
  readonly secret: boolean;
  /** Secrets are masked; `null`: not set. */
  readonly value: string | null;
  readonly place: string | null;
}

/** @throws StartError like `readConfig` */
export function showSettings(flags: Flags, env: Environment): readonly ShownSetting[] {
  const found = settingsFound(flags, env);
  return AREAS.flatMap(({ title, help }) =>
    Object.entries(help).map(([name, words]) => {
      const setting = found.get(name);
      const secret = known.secrets.has(name);
      const value = setting && secret ? '（已设置，不显示）' : setting?.value;
      return { area: title, name, help: words, secret, value: value ?? null, place: setting?.place ?? null };
    }),
  );
}

/** Variables that look like settings of this program and are none: most likely a slip. */
export function strangeVariables(env: Environment): readonly string[] {
  const ignored = /^ZHAOSHI_(?:CONFIG$|TEST_|KILL_)/;
  return Object.keys(env).filter(
    (name) => name.startsWith('ZHAOSHI_') && !ignored.test(name) && !isKnown(name, known),
  );
}
