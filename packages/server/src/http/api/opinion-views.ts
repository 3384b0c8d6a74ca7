import type { Rejection } from '@zhaoshi/contract/problems';
import { DOCUMENT_STATUSES } from '@zhaoshi/domain/disclosure/document-status';
import type { Result } from '@zhaoshi/domain/kernel/result';
import {
  clocksOf,
  OPINION_TIMERS,
  type OpinionClock,
  type OpinionRules,
  standingOf,
} from '@zhaoshi/domain/opinion/clocks';
import { hindranceOf, nextSteps } from '@zhaoshi/domain/opinion/steps';
import { applicationOfficers } from '../../db/queries/application-officers.ts';
import {
  documentsOfOpinion,
  eventsOfOpinion,
  factsOf,
  findOpinion,
  type OpinionIds,
  type OpinionRow,
  releasesOf,
} from '../../db/queries/opinions.ts';
import { opinionRulesReader } from '../../use-cases/opinion/opinion-rules.ts';
import { type ReadContext, shownAfter } from './handler.ts';
import { opinionEventWords } from './opinion-history-words.ts';

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

const presentClock = (clock: OpinionClock) => ({
  ...clock,
  title: OPINION_TIMERS[clock.timer].title,
  source: OPINION_TIMERS[clock.timer].source,
  startAt: clock.startAt.toISOString(),
  dueAt: clock.dueAt.toISOString(),
  doneAt: iso(clock.doneAt),
});

/** An event as lists show it, by the rules of its organ. */
export function presentOpinion(row: OpinionRow, rules: OpinionRules, now: Date) {
  const clocks = clocksOf(factsOf(row), rules, now);
  return {
    regionId: row.region_id,
    organId: row.organ_id,
    opinionId: row.opinion_id,
    organName: row.organ_name,
    title: row.title,
    level: row.level,
    step: row.step,
    standing: standingOf(clocks),
    foundAt: row.found_at.toISOString(),
    occurredAt: iso(row.occurred_at),
    platform: row.platform,
    ownerName: row.owner_name,
    clocks: clocks.map(presentClock),
  };
}

type ViewContext = Pick<ReadContext, 'database' | 'now' | 'reaches' | 'abilities'>;

async function happenedTo({ database }: ViewContext, ids: OpinionIds, row: OpinionRow) {
  const events = await eventsOfOpinion(database, ids);
  return events.map(({ sequence, type, data, note, recorded_at, display_name }) => ({
    sequence,
    words: opinionEventWords(type, data),
    note,
    by: display_name ?? row.source_name ?? '监测来源',
    at: recorded_at.toISOString(),
  }));
}

/** An event within reach on its page; `undefined` looks the same as none. */
export async function shownOpinion(context: ViewContext, ids: OpinionIds) {
  const { database, now, reaches, abilities } = context;
  const row = await findOpinion(database, ids);
  if (row === undefined || !reaches(row.path)) return undefined;
  const allowed = abilities(row.path);
  const officers = allowed.includes('opinion.write')
    ? await applicationOfficers(database, { regionId: row.region_id, organId: row.organ_id })
    : [];
  const releases = await releasesOf(database, ids);
  const documents = await documentsOfOpinion(database, ids);
  return {
    ...presentOpinion(row, await opinionRulesReader(database)(row.path), now()),
    summary: row.summary,
    link: row.link,
    origin: row.origin,
    sourceName: row.source_name,
    ownerId: row.owner_id,
    officers: officers.map(({ accountId, displayName }) => ({ accountId, displayName })),
    releases: releases.map(({ release_id, kind, released_at, channel, link, note }) => ({
      releaseId: release_id,
      kind,
      channel,
      link,
      note,
      releasedAt: released_at.toISOString(),
    })),
    documents: documents.map(({ document_id, title, status, first_published_at }) => ({
      documentId: document_id,
      title,
      status: DOCUMENT_STATUSES[status],
      publishedAt: iso(first_published_at),
    })),
    next: nextSteps(row.step).map(({ to, note }) => ({ to, note, hindrance: hindranceOf(factsOf(row), to) })),
    history: await happenedTo(context, ids, row),
    version: row.version,
    abilities: allowed,
  };
}

/** The event as it is after a change, and with a stale one as it is now. */
export async function shownAfterAct(
  context: ViewContext,
  ids: OpinionIds,
  done: Result<OpinionIds, Rejection>,
): Promise<Result<NonNullable<Awaited<ReturnType<typeof shownOpinion>>>, Rejection>> {
  return shownAfter(done, await shownOpinion(context, ids));
}
