import { printable } from './printable.ts';

/** A value with every text of it made printable, at whatever depth; see `printable`. */
export function printableDeep(value: unknown): unknown {
  if (typeof value === 'string') return printable(value);
  if (Array.isArray(value)) return value.map(printableDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, printableDeep(field)]));
}
