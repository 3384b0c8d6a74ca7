/**
 * The functions of ECMAScript 2023 and 2024 that our own packages use and Chromium 108 and 109 do not have
 * (docs/adr/0016-console.md). Imported first of all.
 */
function define(holder: object, name: string, value: unknown): void {
  if (!(name in holder)) Object.defineProperty(holder, name, { value, writable: true, configurable: true });
}

define(Array.prototype, 'toSorted', function toSorted<
  T,
>(this: readonly T[], compare?: (a: T, b: T) => number): T[] {
  return [...this].sort(compare);
});

define(Array.prototype, 'toReversed', function toReversed<T>(this: readonly T[]): T[] {
  return [...this].reverse();
});

define(Map, 'groupBy', <K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index);
    groups.set(key, [...(groups.get(key) ?? []), item]);
    index += 1;
  }
  return groups;
});
