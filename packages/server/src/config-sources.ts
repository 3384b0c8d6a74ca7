import { readFileSync } from 'node:fs';
import type { ConfigFile } from './config-file.ts';

/** Names that every area takes, and which of them are secret. */
export interface KnownSettings {
  readonly names: ReadonlySet<string>;
  readonly secrets: ReadonlySet<string>;
}

export interface FoundSetting {
  readonly value: string;
  /** Where it was found, in Chinese. */
  readonly place: string;
}

interface Source {
  readonly get: (name: string) => string | undefined;
  readonly place: (name: string) => string;
}

/** Flags before environment before file. */
export function sourcesOf(
  flags: ReadonlyMap<string, FoundSetting>,
  env: Readonly<Record<string, string | undefined>>,
  file: ConfigFile | null,
): readonly Source[] {
  return [
    { get: (name) => flags.get(name)?.value, place: (name) => flags.get(name)?.place ?? '' },
    { get: (name) => env[name], place: () => '环境变量' },
    {
      get: (name) => file?.settings.get(name)?.value,
      place: (name) => `${file?.path ?? ''} 第 ${file?.settings.get(name)?.line ?? 0} 行`,
    },
  ];
}

/** A secret written into a file of its own, as systemd credentials and container secrets are. */
function readSecret(name: string, source: Source, mistakes: string[]): FoundSetting | undefined {
  const pointer = `${name}_FILE`;
  const path = source.get(pointer);
  if (path === undefined) return undefined;
  const place = source.place(pointer);
  if (source.get(name) !== undefined) {
    mistakes.push(`${pointer}：与 ${name} 只能设置一个（${place}）`);
    return undefined;
  }
  try {
    return { value: readFileSync(path, 'utf8').replace(/\r?\n$/, ''), place: `${place}，文件 ${path}` };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    mistakes.push(`${pointer}：不能读取文件 ${path}（${code}；${place}）`);
    return undefined;
  }
}

/** The value of every setting that is set, from the first source that has it. */
export function findSettings(
  { names, secrets }: KnownSettings,
  sources: readonly Source[],
  mistakes: string[],
): ReadonlyMap<string, FoundSetting> {
  const found = new Map<string, FoundSetting>();
  for (const name of names) {
    for (const source of sources) {
      const value = source.get(name);
      const secret = secrets.has(name) ? readSecret(name, source, mistakes) : undefined;
      const setting = value === undefined ? secret : { value, place: source.place(name) };
      if (setting === undefined) continue;
      found.set(name, setting);
      break;
    }
  }
  return found;
}

/** Single-letter edits between two names. */
function distance(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, letter] of Array.from(one).entries()) {
    const next = [row + 1];
    for (const [column, candidate] of Array.from(other).entries()) {
      next.push(
        Math.min(
          (before[column] ?? 0) + (letter === candidate ? 0 : 1),
          (before[column + 1] ?? 0) + 1,
          (next[column] ?? 0) + 1,
        ),
      );
    }
    before = next;
  }
  return before[other.length] ?? 0;
}

/** The known name that an unknown one is most likely meant for. */
export function nearestName(unknown: string, { names, secrets }: KnownSettings): string {
  const candidates = [...names, ...[...secrets].map((name) => `${name}_FILE`)];
  const [first = ''] = candidates
    .map((name) => ({ name, edits: distance(unknown.toUpperCase(), name) }))
    .toSorted((one, other) => one.edits - other.edits)
    .map(({ name }) => name);
  return first;
}

export function isKnown(name: string, { names, secrets }: KnownSettings): boolean {
  return names.has(name) || (name.endsWith('_FILE') && secrets.has(name.slice(0, -'_FILE'.length)));
}
