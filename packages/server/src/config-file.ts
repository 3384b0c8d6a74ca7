import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { StartError } from './start-error.ts';

/** Looked for where the command was given, when no other file is named. */
export const DEFAULT_CONFIG_FILE = 'zhaoshi.env';

export interface FileSetting {
  readonly value: string;
  readonly line: number;
}

/** What a settings file says; mistakes as sentences, so that they can be told together with all others. */
export interface ConfigFile {
  readonly path: string;
  readonly settings: ReadonlyMap<string, FileSetting>;
  readonly mistakes: readonly string[];
}

const ASSIGNMENT = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=/;
const BLANK_OR_COMMENT = /^\s*(?:#.*)?$/;

/**
 * Reads `NAME=value` lines with comments and quotes, as systemd's EnvironmentFile and a shell do: one setting a line,
 * each once. (Node's own parser takes the values apart but is silent about lines that it does not understand.)
 */
export function parseConfigFile(path: string, text: string): ConfigFile {
  const settings = new Map<string, FileSetting>();
  const mistakes: string[] = [];
  for (const [index, content] of text
    .replace(/^\u{FEFF}/u, '')
    .split(/\r?\n/)
    .entries()) {
    const line = index + 1;
    if (BLANK_OR_COMMENT.test(content)) continue;
    const name = ASSIGNMENT.exec(content)?.[1];
    const value = name === undefined ? undefined : parseEnv(content)[name];
    if (name === undefined || value === undefined) {
      mistakes.push(`${path} 第 ${line} 行：不是“名称=值”的形式`);
      continue;
    }
    const before = settings.get(name);
    if (before !== undefined) {
      mistakes.push(`${name}：已在第 ${before.line} 行设置过，不能重复（${path} 第 ${line} 行）`);
    }
    settings.set(name, { value, line });
  }
  return { path, settings, mistakes };
}

/**
 * @param named by flag or environment; without, the default file is read if it is there
 * @throws StartError when the file cannot be read
 */
export function readConfigFile(named: string | undefined): ConfigFile | null {
  const path = named ?? DEFAULT_CONFIG_FILE;
  try {
    return parseConfigFile(path, readFileSync(path, 'utf8'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (named === undefined && code === 'ENOENT') return null;
    throw new StartError(`不能读取设置文件 ${path}：${code === 'ENOENT' ? '找不到文件' : code}`, {
      cause: error,
    });
  }
}
