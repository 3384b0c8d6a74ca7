import { setTimeout as pause } from 'node:timers/promises';
import { contentPieces } from '@zhaoshi/domain/disclosure/content-pieces';
import { afterCheck, askedAddresses, hasNoNetwork } from '@zhaoshi/domain/disclosure/freshness/link-liveness';
import type { LinkProbe, LinkState } from '@zhaoshi/domain/disclosure/scan/link-hits';
import type { Kysely } from 'kysely';
import {
  type DueLink,
  dueLinks,
  editionsWithoutLinks,
  forgetOldLinks,
} from '../../db/queries/document-links.ts';
import { contentOf } from '../../db/queries/documents.ts';
import type { Schema } from '../../db/schema.ts';
import type { UseCaseContext } from '../context.ts';

/** Asked in a run, one after the other; runs come every hour. */
const MOST_LINKS = 40;
const PAUSE_MS = 1000;
/** What a run leaves over the next one takes. */
const MOST_MS = 10 * 60 * 1000;
/** Editions whose links are taken in at once. */
const MOST_EDITIONS = 200;

export type LinkCheckContext = Pick<UseCaseContext, 'database' | 'now'> & {
  readonly services: { readonly linkProbe: LinkProbe | null };
  readonly signal: AbortSignal;
};

/** Takes in the links of what went public since; nothing is asked yet. */
async function takeInLinks(database: Kysely<Schema>, now: Date): Promise<void> {
  for (const row of await editionsWithoutLinks(database, MOST_EDITIONS)) {
    const { region_id, document_id, edition } = row;
    const links = contentPieces(contentOf(row)).flatMap(({ piece }) =>
      piece.kind === 'link' ? [piece.text] : [],
    );
    const rows = askedAddresses(links).map((address) => ({
      region_id,
      document_id,
      edition,
      address,
      failures: 0,
      checked_at: null,
      dead_since: null,
      check_at: now,
    }));
    await database.transaction().execute(async (transaction) => {
      const taken = await transaction
        .insertInto('link_edition')
        .values({ region_id, document_id, edition })
        .onConflict((conflict) => conflict.doNothing())
        .returning('edition')
        .execute();
      if (taken.length === 0 || rows.length === 0) return;
      await transaction
        .insertInto('document_link')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    });
  }
}

interface Asked {
  readonly link: DueLink;
  readonly host: string;
  readonly state: LinkState;
}

async function askAll(
  probe: LinkProbe,
  due: readonly DueLink[],
  { signal, pauseMs }: { readonly signal: AbortSignal; readonly pauseMs: number },
): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const ends = Date.now() + MOST_MS;
  for (const link of due) {
    if (signal.aborted || Date.now() > ends) break;
    const state = await probe.probe(link.address);
    asked.push({ link, state, host: URL.parse(link.address)?.hostname ?? '' });
    await pause(pauseMs);
  }
  return asked;
}

/** What came of it, for every document in which the address stands. */
async function keep(database: Kysely<Schema>, { link, state }: Asked, now: Date): Promise<void> {
  const { failures, deadSince, checkAt } = afterCheck(
    { failures: link.failures, deadSince: link.dead_since },
    state,
    now,
  );
  await database
    .updateTable('document_link')
    .set({ failures, dead_since: deadSince, check_at: checkAt, checked_at: now })
    .where('address', '=', link.address)
    .execute();
}

/**
 * Asks some of the links of public documents whether they answer (publication.md §9 no. 7), slowly and one after the
 * other. A run in which no site answers says nothing of the links: the network is away.
 */
export async function checkLinks(
  { database, now, services, signal }: LinkCheckContext,
  pauseMs = PAUSE_MS,
): Promise<void> {
  if (services.linkProbe === null) return;
  await forgetOldLinks(database);
  await takeInLinks(database, now());
  const due = await dueLinks(database, now(), MOST_LINKS);
  const asked = await askAll(services.linkProbe, due, { signal, pauseMs });
  const isAway = hasNoNetwork(asked);
  for (const one of asked) {
    await keep(database, isAway ? { ...one, state: 'unknown' } : one, now());
  }
}
