import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { cursorMoment, decodeCursor } from '../page.ts';
import type { RegisterFilter, RegisterRow } from './register-rows.ts';

/** What the pages of the register follow. */
interface RegisterOrder {
  /** As it stands behind `order by`; every order ends with the id, so that no two rows are equal. */
  readonly by: RawBuilder<unknown>;
  /** What comes after the last row of a page; `null`: from the beginning, or the cursor is none of this order. */
  readonly after: (cursor: string | undefined) => RawBuilder<boolean> | null;
  readonly keyOf: (row: RegisterRow) => readonly string[];
}

const DUE = sql`coalesce(application.due_on, 'infinity'::date)`;
const ID = sql`application.application_id`;

/** Open cases by the day on which they are due, those without one last. */
const BY_DUE: RegisterOrder = {
  by: sql`${DUE}, ${ID}`,
  after: (cursor) => {
    const key = decodeCursor(cursor, z.tuple([z.union([z.iso.date(), z.literal('infinity')]), z.uuid()]));
    return key && sql<boolean>`(${DUE}, ${ID}) > (${key[0]}::date, ${key[1]}::uuid)`;
  },
  keyOf: (row) => [row.due_on ?? 'infinity', row.application_id],
};

const BY_RECEIPT: RegisterOrder = {
  by: sql`application.receipt_date desc, ${ID} desc`,
  after: (cursor) => {
    const key = decodeCursor(cursor, z.tuple([z.iso.date(), z.uuid()]));
    return key && sql<boolean>`(application.receipt_date, ${ID}) < (${key[0]}::date, ${key[1]}::uuid)`;
  },
  keyOf: (row) => [row.receipt_date ?? '', row.application_id],
};

const BY_ENTRY: RegisterOrder = {
  by: sql`application.entered_at desc, ${ID} desc`,
  after: (cursor) => {
    const key = decodeCursor(cursor, z.tuple([cursorMoment, z.uuid()]));
    return key && sql<boolean>`(application.entered_at, ${ID}) < (${key[0]}::timestamptz, ${key[1]}::uuid)`;
  },
  keyOf: (row) => [row.entered_at.toISOString(), row.application_id],
};

/**
 * Open cases come by their due date; cases of certain days of receipt by that day, which the index on it gives; all
 * others by their entry. The newest first, but for due dates.
 */
export function registerOrder({ stage, receivedFrom, receivedTo }: RegisterFilter): RegisterOrder {
  if (stage === 'open' || stage === 'overdue' || stage === 'dueSoon') return BY_DUE;
  return receivedFrom === undefined && receivedTo === undefined ? BY_ENTRY : BY_RECEIPT;
}
