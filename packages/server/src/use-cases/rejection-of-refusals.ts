import type { Rejection } from '@zhaoshi/contract/problems';

/** A reason against an act; `field` is the place in the command that is spoken of. */
interface Refusal {
  readonly message: string;
  readonly field?: string;
}

/** Field errors where fields are spoken of, otherwise a refusal of the state; every reason is told. */
export function rejectionOfRefusals(refusals: readonly Refusal[]): Rejection {
  const errors = refusals.flatMap(({ field, message }) =>
    field === undefined ? [] : [{ pointer: `/${field.replace('.', '/')}`, message }],
  );
  if (errors.length === refusals.length) return { code: 'invalid', errors };
  return { code: 'state-refuses', detail: refusals.map(({ message }) => message).join('') };
}
