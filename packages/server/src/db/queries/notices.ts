import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** How a person wants to be told; `undefined`: as usual. */
export const findPreference = async (database: Kysely<Schema>, accountId: string) =>
  await database
    .selectFrom('notice_preference')
    .selectAll()
    .where('account_id', '=', accountId)
    .executeTakeFirst();

/**
 * People who are told by mail or SMS, may still sign in and have roles somewhere, with the organ in whose name they are
 * written to: the first by its name. Who has none is told nothing; what organs inherited plays no part in it.
 */
export const peopleToTell = async (database: Kysely<Schema>) =>
  await database
    .selectFrom('notice_preference as preference')
    .innerJoin('account', 'account.account_id', 'preference.account_id')
    .innerJoinLateral(
      (build) =>
        build
          .selectFrom('membership')
          .innerJoin('organ', (join) =>
            join
              .onRef('organ.region_id', '=', 'membership.region_id')
              .onRef('organ.organ_id', '=', 'membership.organ_id'),
          )
          .select(['organ.region_id', 'organ.organ_id'])
          .whereRef('membership.account_id', '=', 'preference.account_id')
          .where('membership.revoked_at', 'is', null)
          .where(sql<boolean>`(organ.valid_to is null or organ.valid_to > civil_today())`)
          .orderBy('organ.name')
          .limit(1)
          .as('place'),
      (join) => join.onTrue(),
    )
    .selectAll('preference')
    .select(['place.region_id', 'place.organ_id'])
    .where('preference.sent_since', 'is not', null)
    .where('account.disabled_at', 'is', null)
    .orderBy('preference.account_id')
    .execute();

/** What a person has not read and was not sent, since a moment, the first first. */
export const unsentNotices = async (database: Kysely<Schema>, accountId: string, since: Date) =>
  await database
    .selectFrom('notification')
    .leftJoin('notice_sending as sending', (join) =>
      join
        .onRef('sending.account_id', '=', 'notification.account_id')
        .onRef('sending.notification_id', '=', 'notification.notification_id'),
    )
    .select([
      'notification.notification_id',
      'notification.kind',
      'notification.facts',
      'notification.created_at',
    ])
    .where('notification.account_id', '=', accountId)
    .where('notification.created_at', '>=', since)
    .where('notification.read_at', 'is', null)
    .where('sending.notification_id', 'is', null)
    .orderBy('notification.created_at')
    .orderBy('notification.notification_id')
    .execute();

/** The calendar of a person; without its token, which nobody keeps. */
export const findFeed = async (database: Kysely<Schema>, accountId: string) =>
  await database
    .selectFrom('calendar_feed')
    .select(['made_at', 'read_at'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();

/** Whose calendar a token opens, unless the account rests; with whether the second factor is set up. */
export const findFeedOwner = async (database: Kysely<Schema>, tokenSha256: string) =>
  await database
    .selectFrom('calendar_feed as feed')
    .innerJoin('account', 'account.account_id', 'feed.account_id')
    .select(['account.account_id', 'account.totp_confirmed_at', 'feed.read_at'])
    .where('feed.token_sha256', '=', tokenSha256)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
