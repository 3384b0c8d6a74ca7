import { z } from 'zod';
import { StartError } from './start-error.ts';

const text = z.string().trim().min(1, '不能为空');

const environment = z.object({
  ZHAOSHI_HOST: text.default('127.0.0.1'),
  ZHAOSHI_PORT: z.coerce
    .number('应为数字')
    .int('应为整数')
    .min(0, '应在 0 至 65535 之间')
    .max(65_535, '应在 0 至 65535 之间')
    .default(8080),
  ZHAOSHI_DATA: text.optional(),
  ZHAOSHI_LOG: z.enum(['json', 'off'], '应为 json 或 off').default('json'),
  ZHAOSHI_EMPTY: z.enum(['0', '1'], '应为 0 或 1').default('0'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\/\S+$/, '应为 postgres://用户:密码@主机:端口/数据库')
    .optional(),
});

export interface Config {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Data folder of the embedded database; `null`: the default place. */
  readonly data: string | null;
  /** An existing PostgreSQL instead of the embedded one. */
  readonly databaseUrl: string | null;
  readonly log: boolean;
  /** Leaves an empty database empty instead of loading the demonstration. */
  readonly empty: boolean;
}

/** What the command line says goes before the environment. */
export interface Flags {
  readonly port?: string | undefined;
  readonly data?: string | undefined;
  readonly empty?: boolean | undefined;
}

/**
 * The settings, from flags and environment.
 *
 * @throws StartError with every mistake at once
 */
export function readConfig(flags: Flags, env: Readonly<Record<string, string | undefined>>): Config {
  const result = environment.safeParse({
    ...env,
    ...(flags.port !== undefined && { ZHAOSHI_PORT: flags.port }),
    ...(flags.data !== undefined && { ZHAOSHI_DATA: flags.data }),
    ...(flags.empty === true && { ZHAOSHI_EMPTY: '1' }),
  });
  if (!result.success) {
    const lines = result.error.issues.map(({ path, message }) => `  ${path.join('.')}：${message}`);
    throw new StartError(`设置有 ${lines.length} 处错误：\n${lines.join('\n')}`);
  }
  const found = result.data;
  return {
    host: found.ZHAOSHI_HOST,
    port: found.ZHAOSHI_PORT,
    data: found.ZHAOSHI_DATA ?? null,
    databaseUrl: found.DATABASE_URL ?? null,
    log: found.ZHAOSHI_LOG === 'json',
    empty: found.ZHAOSHI_EMPTY === '1',
  };
}
