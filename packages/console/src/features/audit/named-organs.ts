const PATH = /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\/)+$/;

/** Details with organs by name, where the entry has their path or id. */
export function withOrganNames(value: unknown, names: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return names[value] ?? (PATH.test(value) ? '已不在系统中的机关' : value);
  if (Array.isArray(value)) return value.map((item) => withOrganNames(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withOrganNames(inner, names)]),
  );
}
