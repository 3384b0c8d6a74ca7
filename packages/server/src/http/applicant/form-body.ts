import type { FormValues } from '@zhaoshi/domain/application/web-form';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const MOST_FIELDS = 60;

/** As somebody typed it: line ends of one kind, no halves of characters, no NUL, which a database refuses. */
export const typedText = (text: string): string =>
  text.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\0', '');

/** The first value of each name. */
function readForm(body: string): FormValues {
  const values: Record<string, string> = {};
  for (const [name, value] of [...new URLSearchParams(body)].slice(0, MOST_FIELDS)) {
    if (!Object.hasOwn(values, name) && name !== '__proto__') values[name] = typedText(value);
  }
  return values;
}

/** Forms as browsers send them without a script. */
export function acceptForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, readForm(String(body))),
  );
}

/** The form of a request; empty when the body is none, such as JSON of any shape. */
export function formIn({ body }: Pick<FastifyRequest, 'body'>): FormValues {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]: [string, unknown]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );
}
