import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig, showSettings, strangeVariables } from './config.ts';
import { parseConfigFile } from './config-file.ts';

let folder: string;
let file: string;
const TOKEN = 'a-token-nobody-guesses';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhaoshi-config-'));
  file = join(folder, 'settings.env');
});

afterAll(() => rmSync(folder, { recursive: true }));

const written = (...lines: readonly string[]): string => {
  writeFileSync(file, lines.join('\n'));
  return file;
};

const complaint = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return 'nothing was wrong';
};

describe('readConfig', () => {
  it('takes flags before the environment, that before the file, and that before the default', () => {
    const config = written('ZHAOSHI_PORT=1', 'ZHAOSHI_HOST=file.example', 'ZHAOSHI_DATA="in the file" # why');
    const env = { ZHAOSHI_PORT: '2', ZHAOSHI_HOST: 'env.example' };
    expect(readConfig({ config, port: '3' }, env)).toMatchObject({
      port: 3,
      host: 'env.example',
      data: 'in the file',
      empty: false,
      log: true,
    });
    expect(readConfig({ config }, {})).toMatchObject({ port: 1, host: 'file.example' });
    expect(readConfig({}, { ZHAOSHI_CONFIG: config }).host).toBe('file.example');
  });

  it('tells every mistake at once, with the name and the place, without the value', () => {
    const config = written(
      '# settings',
      'ZHAOSHI_PORT=many',
      'ZHAOSHI_PROT=80',
      'just words',
      'ZHAOSHI_LOG=json',
      'ZHAOSHI_LOG=off',
    );
    const words = complaint(() => readConfig({ config }, { DATABASE_URL: 'mysql://hidden@x' }));
    expect(words.split('\n')).toEqual([
      '设置有 5 处错误：',
      `  ${file} 第 4 行：不是“名称=值”的形式`,
      `  ZHAOSHI_LOG：已在第 5 行设置过，不能重复（${file} 第 6 行）`,
      `  ZHAOSHI_PROT：没有这个设置，是否指 ZHAOSHI_PORT？（${file} 第 3 行）`,
      `  ZHAOSHI_PORT：应为数字（${file} 第 2 行）`,
      '  DATABASE_URL：应为 postgres://用户:密码@主机:端口/数据库（环境变量）',
    ]);
  });

  it('says that a file named is not there, and needs none', () => {
    expect(complaint(() => readConfig({ config: join(folder, 'none') }, {}))).toContain('找不到文件');
    expect(readConfig({}, {}).port).toBe(8080);
  });

  it('takes a secret from a file of its own, in the order of the sources', () => {
    const secret = join(folder, 'token');
    writeFileSync(secret, `${TOKEN}\n`);
    const config = written('ZHAOSHI_METRICS_TOKEN=another-token-of-the-file');
    expect(readConfig({ config }, { ZHAOSHI_METRICS_TOKEN_FILE: secret }).metricsToken).toBe(TOKEN);
    expect(
      complaint(() => readConfig({}, { ZHAOSHI_METRICS_TOKEN_FILE: secret, ZHAOSHI_METRICS_TOKEN: TOKEN })),
    ).toContain('ZHAOSHI_METRICS_TOKEN_FILE：与 ZHAOSHI_METRICS_TOKEN 只能设置一个（环境变量）');
    expect(complaint(() => readConfig({}, { ZHAOSHI_METRICS_TOKEN_FILE: join(folder, 'gone') }))).toContain(
      '不能读取文件',
    );
  });

  it('reads proxies and the public address', () => {
    const site = (env: Record<string, string>) => readConfig({}, env).site;
    expect(site({ ZHAOSHI_PUBLIC_URL: 'https://www.example.gov.cn/' }).publicUrl).toBe(
      'https://www.example.gov.cn',
    );
    expect(site({ ZHAOSHI_TRUSTED_PROXIES: 'loopback, 10.0.0.0/8,::1' }).trustedProxies).toEqual([
      'loopback',
      '10.0.0.0/8',
      '::1',
    ]);
    for (const wrong of ['10.0.0.0/33', 'everyone', '10.0.0.1/8/8', '']) {
      expect(complaint(() => site({ ZHAOSHI_TRUSTED_PROXIES: wrong }))).toContain('ZHAOSHI_TRUSTED_PROXIES');
    }
    expect(complaint(() => site({ ZHAOSHI_PUBLIC_URL: 'https://a.example/path' }))).toContain('不能带路径');
    expect(complaint(() => site({ ZHAOSHI_PUBLIC_URL: 'ftp://a.example' }))).toContain('应为 http://');
  });
});

describe('parseConfigFile', () => {
  it('understands quotes, comments, export, spaces and the ends of lines of Windows', () => {
    const text = '\u{FEFF}export A=1\r\n\r\n  # B=2\r\nC = "x # y" # z\r\nD=\'$A\'\r\nE=\r\n';
    const { settings, mistakes } = parseConfigFile('f', text);
    expect(mistakes).toEqual([]);
    expect([...settings].map(([name, { value, line }]) => [name, value, line])).toEqual([
      ['A', '1', 1],
      ['C', 'x # y', 4],
      ['D', '$A', 5],
      ['E', '', 6],
    ]);
  });
});

describe('what doctor shows', () => {
  it('masks secrets and tells where each setting comes from', () => {
    const url = 'postgres://u:secret@db/z';
    const shown = showSettings({ port: '0' }, { DATABASE_URL: url, ZHAOSHI_METRICS_TOKEN: TOKEN });
    expect(JSON.stringify(shown)).not.toMatch(/secret@|a-token/);
    expect(shown.find(({ name }) => name === 'DATABASE_URL')).toMatchObject({
      value: '（已设置，不显示）',
      place: '环境变量',
    });
    expect(shown.find(({ name }) => name === 'ZHAOSHI_PORT')).toMatchObject({
      value: '0',
      place: '选项 --port',
    });
    expect(shown.find(({ name }) => name === 'ZHAOSHI_HOST')).toMatchObject({ value: null, place: null });
  });

  it('is what docs/settings.md says: every setting has its line there', () => {
    const guide = readFileSync(join(import.meta.dirname, '../../../docs/settings.md'), 'utf8').split('\n');
    const lines = showSettings({}, {}).map(
      ({ name, secret, help }) => `| \`${name}\`${secret ? ' 🔒' : ''} | ${help} |`,
    );
    expect(lines.filter((line) => !guide.includes(line))).toEqual([]);
  });

  it('notices variables that look like settings and are none', () => {
    expect(strangeVariables({ ZHAOSHI_PROT: '1', ZHAOSHI_PORT: '1', ZHAOSHI_CONFIG: 'f', PATH: '' })).toEqual(
      ['ZHAOSHI_PROT'],
    );
  });
});
