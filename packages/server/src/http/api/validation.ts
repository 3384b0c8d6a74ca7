import { hasZodFastifySchemaValidationErrors } from '@fastify/type-provider-zod';
import type { FieldError, Rejection } from '@zhaoshi/contract/problems';
import type { FastifyError, FastifyRequest } from 'fastify';

const PREFIX = { body: '', querystring: '?', params: ':', headers: '#' } as const;

function fieldErrors(error: FastifyError): FieldError[] {
  if (!hasZodFastifySchemaValidationErrors(error)) return [];
  const prefix = PREFIX[(error.validationContext ?? 'body') as keyof typeof PREFIX];
  return error.validation.map(({ instancePath, message }) => ({
    pointer: prefix === '' ? instancePath : `${prefix}${instancePath.replace(/^\//, '')}`,
    message: message ?? '内容不对',
  }));
}

/** No form sends anything as deep; what goes through a body one level a call must not run out of stack. */
const DEEPEST = 40;

/** Where NUL stands, which the database takes in no text and nobody writes, or where the body goes on too deep. */
function faultIn(value: unknown, pointer: string, depth = 0): FieldError | null {
  if (typeof value === 'string') return value.includes('\0') ? { pointer, message: '不能含控制字符' } : null;
  if (typeof value !== 'object' || value === null) return null;
  if (depth === DEEPEST) return { pointer, message: '内容的层次过多' };
  for (const [name, inner] of Object.entries(value)) {
    if (name.includes('\0')) return { pointer, message: '不能含控制字符' };
    const found = faultIn(inner, `${pointer}/${name}`, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/** Refuses NUL and nesting without end in what a call sends, whatever the route's own fields say of it. */
export function rejectionOfNul({ params, query, body }: FastifyRequest): Rejection | null {
  for (const [prefix, part] of [
    [PREFIX.params, params],
    [PREFIX.querystring, query],
    [PREFIX.body, body],
  ] as const) {
    const fault = faultIn(part, '');
    if (fault === null) continue;
    const pointer = prefix === '' ? fault.pointer : `${prefix}${fault.pointer.replace(/^\//, '')}`;
    return { code: 'invalid', errors: [{ ...fault, pointer }] };
  }
  return null;
}

/**
 * A body with U+FFFD wherever half of a character stands that takes two, as a cut-off paste leaves it: no database keeps it
 * in JSON, and nobody's form is to fail for it.
 */
export function wholeCharacters(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wholeCharacters);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name.toWellFormed(), wholeCharacters(inner)]),
  );
}

/** What an error of the framework means to the caller; `null` for a fault of ours. */
export function rejectionOf(error: FastifyError): Rejection | null {
  if (error.validation !== undefined) return { code: 'invalid', errors: fieldErrors(error) };
  switch (error.statusCode) {
    case 400:
      return { code: 'malformed' };
    // Such as a path that leads out of the folder of the page's files; what is there is nobody's business.
    case 403:
    case 404:
      return { code: 'not-found' };
    case 413:
      return { code: 'too-large' };
    case 415:
      return { code: 'unsupported-type' };
    case 429:
      return { code: 'too-many' };
    default:
      return null;
  }
}
