import type { Waiver } from '@zhaoshi/domain/annual-report/rules/rule';
import { type CheckSettings, DEFAULT_SETTINGS } from '@zhaoshi/domain/annual-report/rules/settings';
import { CliError } from './cli-error.ts';
import { readJsonFile } from './inputs.ts';
import type { Io } from './io.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function sameKind(value: unknown, example: unknown): boolean {
  if (Array.isArray(example)) return Array.isArray(value) && value.every((item) => typeof item === 'string');
  if (example === null) return value === null || typeof value === 'string';
  return (
    typeof value === typeof example && (typeof value !== 'number' || (Number.isFinite(value) && value >= 0))
  );
}

/** The default thresholds with the caller's put over them; unknown names and wrong kinds are told. */
export async function readSettings(path: string | undefined, io: Io): Promise<CheckSettings> {
  if (path === undefined) return DEFAULT_SETTINGS;
  const given = await readJsonFile(path, io);
  if (!isObject(given)) throw new CliError(`设置文件应为一个 JSON 对象：${path}`);
  const defaults = new Map<string, unknown>(Object.entries(DEFAULT_SETTINGS));
  for (const [name, value] of Object.entries(given)) {
    if (!defaults.has(name))
      throw new CliError(`设置文件中没有这一项：${name}（可用：${[...defaults.keys()].join('、')}）`);
    if (!sameKind(value, defaults.get(name))) throw new CliError(`设置“${name}”的值类型不对：${path}`);
  }
  return { ...DEFAULT_SETTINGS, ...given };
}

function isWaiver(value: unknown): value is Waiver {
  return (
    isObject(value) &&
    ['findingId', 'fingerprint', 'reason'].every((name) => {
      const text = value[name];
      return typeof text === 'string' && text.trim() !== '';
    }) &&
    (value['by'] === 'author' || value['by'] === 'reviewer')
  );
}

/** A list of waivers, each with `findingId`, `fingerprint`, `by` (author or reviewer) and a reason. */
export async function readWaivers(path: string | undefined, io: Io): Promise<readonly Waiver[]> {
  if (path === undefined) return [];
  const given = await readJsonFile(path, io);
  if (!Array.isArray(given)) throw new CliError(`豁免文件应为一个列表：${path}`);
  return given.map((item, index) => {
    if (!isWaiver(item)) {
      throw new CliError(
        `豁免文件第${index + 1}项应有 findingId、fingerprint、by（author 或 reviewer）和 reason：${path}`,
      );
    }
    return item;
  });
}
