import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import type { DocumentIds } from '../../db/queries/documents.ts';
import { type StaleValidity, staleAfter, staleAround } from '../../db/queries/searched-validity.ts';
import { markSearchValidity } from '../../db/write-search-entry.ts';
import type { UseCaseContext } from '../context.ts';

const AT_ONCE = 500;

async function mark({ database }: UseCaseContext, stale: readonly StaleValidity[]): Promise<void> {
  for (const one of stale) {
    await database.transaction().execute((transaction) => markSearchValidity(transaction, one));
  }
}

/** After a publication or a withdrawal: the document and those that it names are found under what they are now. */
export async function keepValidityAround(context: UseCaseContext, ids: DocumentIds): Promise<void> {
  await mark(context, await staleAround(context.database, ids, civilDateAt(context.now())));
}

/** Each day: what began, ran out or was ended by a day that came (publication.md §6). */
export async function keepValidities(context: UseCaseContext, signal: AbortSignal): Promise<void> {
  const today = civilDateAt(context.now());
  let after: DocumentIds | null = null;
  do {
    signal.throwIfAborted();
    const { stale, last }: Awaited<ReturnType<typeof staleAfter>> = await staleAfter(
      context.database,
      after,
      today,
      AT_ONCE,
    );
    await mark(context, stale);
    after = last;
  } while (after !== null);
}
