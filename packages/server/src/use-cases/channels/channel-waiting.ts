import { lateSince } from '@zhaoshi/domain/disclosure/channels/handover';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { type Actor, widestReach } from '@zhaoshi/domain/permission/can';
import { publicationRulesFrom } from '@zhaoshi/domain/setting/publication-rules';
import type { ChannelTodoFacts } from '@zhaoshi/domain/todo/channel-todo';
import type { Kysely } from 'kysely';
import { gazettesToMend } from '../../db/queries/gazettes.ts';
import { countNotHanded } from '../../db/queries/handovers.ts';
import { mediaPostsToTakeDown } from '../../db/queries/new-media.ts';
import { postersToTakeDown } from '../../db/queries/notice-boards.ts';
import type { Schema } from '../../db/schema.ts';
import { documentRules } from '../documents/document-context.ts';

/** What waits for who manages the channels of the organ: posters and posts that must go, handovers that are late. */
export async function channelWaiting(
  database: Kysely<Schema>,
  actor: Actor,
  now: Date,
): Promise<ChannelTodoFacts> {
  const reach = widestReach(actor, 'channel.manage');
  if (reach === null) return {};
  const today = civilDateAt(now);
  const { calendar, settings } = await documentRules(database, reach.path, now);
  const late = lateSince(today, { calendar, rules: publicationRulesFrom(settings) });
  return {
    postersToTakeDown: await postersToTakeDown(database, actor, 'channel.manage', today),
    mediaToTakeDown: await mediaPostsToTakeDown(database, actor, 'channel.manage'),
    gazettesToMend: await gazettesToMend(database, actor, 'channel.manage'),
    handoversOverdue: late === null ? 0 : await countNotHanded(database, reach.path, late),
  };
}
