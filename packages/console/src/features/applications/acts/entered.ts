import { type CivilDate, parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';

/** What `Form.Item` hands to the input inside it. */
export interface InputProps {
  readonly id?: string;
  readonly value?: unknown;
  readonly onChange?: (value: unknown) => void;
}

/** Facts of an act as its form has them. */
export type ActFacts = Readonly<Record<string, unknown>>;

/** Words of an act and of its letter as its form has them. */
export type EnteredTexts = Readonly<Record<string, string>>;

/** A value of a form or of an event as text; empty for what is neither words nor a number. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** A day that was entered; `undefined` while it is none. */
export const dayOf = (value: unknown): CivilDate | undefined => parseCivilDate(textOf(value));
