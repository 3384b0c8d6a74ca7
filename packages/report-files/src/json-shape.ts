import { ReadFailure } from './read-error.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

type Guard<T> = (value: unknown) => value is T;

/** Refuses JSON that is not report data; `path` names the place ("sections.s1.text"), never its content. */
export function wrongShape(path: string, expected: string): never {
  throw new ReadFailure(
    'not-a-report',
    `JSON 内容不是年度报告数据：“${path}”应为${expected}。请用 zhaoshi report read --json 重新生成。`,
  );
}

export const isObject: Guard<JsonObject> = (value): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isString: Guard<string> = (value): value is string => typeof value === 'string';

export const isNumber: Guard<number> = (value): value is number =>
  typeof value === 'number' && Number.isFinite(value);

export const isBoolean: Guard<boolean> = (value): value is boolean => typeof value === 'boolean';

export const isStringOrNull: Guard<string | null> = (value): value is string | null =>
  value === null || isString(value);

export const isIntegerOrNull: Guard<number | null> = (value): value is number | null =>
  value === null || Number.isInteger(value);

export const isStringOrAbsent: Guard<string | undefined> = (value): value is string | undefined =>
  value === undefined || isString(value);

export const isListOf =
  <T>(guard: Guard<T>): Guard<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(guard);

export const isOneOf =
  <T extends string>(...names: readonly T[]): Guard<T> =>
  (value): value is T =>
    names.some((name) => name === value);

export const isOneOfOrNull = <T extends string>(...names: readonly T[]): Guard<T | null> => {
  const isName = isOneOf(...names);
  return (value): value is T | null => value === null || isName(value);
};

/** The value of a key that must be there. */
export function required<T>(
  owner: JsonObject,
  at: string,
  key: string,
  guard: Guard<T>,
  expected: string,
): T {
  const value = owner[key];
  return guard(value) ? value : wrongShape(at + key, expected);
}

/** The value of a key that may be left out; a wrong value is refused all the same. */
export function optional<T>(
  owner: JsonObject,
  at: string,
  key: string,
  guard: Guard<T>,
  expected: string,
  absent: T,
): T {
  return owner[key] === undefined ? absent : required(owner, at, key, guard, expected);
}
