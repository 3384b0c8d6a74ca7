import { hasZodFastifySchemaValidationErrors } from '@fastify/type-provider-zod';
import type { FieldError, Rejection } from '@zhaoshi/contract/problems';
import type { FastifyError } from 'fastify';

const PREFIX = { body: '', querystring: '?', params: ':', headers: '#' } as const;

function fieldErrors(error: FastifyError): FieldError[] {
  if (!hasZodFastifySchemaValidationErrors(error)) return [];
  const prefix = PREFIX[(error.validationContext ?? 'body') as keyof typeof PREFIX];
  return error.validation.map(({ instancePath, message }) => ({
    pointer: prefix === '' ? instancePath : `${prefix}${instancePath.replace(/^\//, '')}`,
    message: message ?? '内容不对',
  }));
}

/** What an error of the framework means to the caller; `null` for a fault of ours. */
export function rejectionOf(error: FastifyError): Rejection | null {
  if (error.validation !== undefined) return { code: 'invalid', errors: fieldErrors(error) };
  switch (error.statusCode) {
    case 400:
      return { code: 'malformed' };
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
