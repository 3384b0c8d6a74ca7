import type { FormInstance } from 'antd';
import { CallProblem } from '../app/problem.ts';

/** Puts what the server says of single fields beside them, and the first of them in sight. */
export function showFieldErrors(form: FormInstance, error: unknown): void {
  if (!(error instanceof CallProblem)) return;
  const fields = (error.told.errors ?? [])
    .filter(({ pointer }) => pointer.startsWith('/'))
    .map(({ pointer, message }) => ({
      name: pointer
        .slice(1)
        .split('/')
        .map((part) => (/^\d+$/.test(part) ? Number(part) : part.replace(/~1/g, '/').replace(/~0/g, '~'))),
      errors: [message],
    }));
  if (fields[0] === undefined) return;
  form.setFields(fields);
  form.scrollToField(fields[0].name, { block: 'center', focus: true });
}
