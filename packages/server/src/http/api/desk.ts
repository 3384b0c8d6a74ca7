import type { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { DUTIES, isDuty } from '@zhaoshi/domain/disclosure/reminders/duties';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { ok } from '@zhaoshi/domain/kernel/result';
import { isNotificationKind, notificationWords } from '@zhaoshi/domain/notification/notification-kinds';
import { TODO_KINDS } from '@zhaoshi/domain/todo/todo-items';
import { pageOf } from '../../db/page.ts';
import { findThings } from '../../db/queries/find-things.ts';
import { countUnread, listNotifications } from '../../db/queries/notifications.ts';
import { markRead } from '../../use-cases/notifications/mark-read.ts';
import { todoOf } from '../../use-cases/notifications/todo-of.ts';
import type { Handlers } from './handler.ts';

type NotificationRow = Awaited<ReturnType<typeof listNotifications>>[number];

/** Ids that were kept with it; of other kinds there are none. */
const aboutOf = ({ regionId, ...ids }: NotificationRow['facts']) => {
  const { applicationId, amendmentId, opinionId, documentId, organId, year, duty = '' } = ids;
  const hasCalendar = regionId !== undefined && organId !== undefined && year !== undefined;
  return {
    document: regionId === undefined || documentId === undefined ? null : { regionId, documentId },
    application: regionId === undefined || applicationId === undefined ? null : { regionId, applicationId },
    amendment: regionId === undefined || amendmentId === undefined ? null : { regionId, amendmentId },
    opinion: regionId === undefined || opinionId === undefined ? null : { regionId, opinionId },
    todo: isDuty(duty) ? DUTIES[duty].todo : null,
    calendar: hasCalendar ? { regionId, organId, year: Number(year) } : null,
  };
};

const presentNotification = (row: NotificationRow) => ({
  notificationId: row.notification_id,
  kind: isNotificationKind(row.kind) ? row.kind : null,
  words: isNotificationKind(row.kind) ? notificationWords(row.kind, row.facts) : row.kind,
  createdAt: row.created_at.toISOString(),
  isRead: row.read_at !== null,
  ...aboutOf(row.facts),
});

export const deskHandlers: Handlers<typeof deskRoutes> = {
  todo: async ({ database, caller, now }) => {
    const today = civilDateAt(now());
    const waiting = await todoOf(database, caller, now());
    const items = waiting.map((item) => ({
      ...item,
      document: item.document ?? null,
      assessedUnit: item.assessedUnit ?? null,
      organ: item.organ ?? null,
      law: TODO_KINDS[item.kind].law,
      isOverdue: item.dueOn !== null && item.dueOn < today,
    }));
    return ok({ items });
  },
  notifications: async ({ database, caller }, { query }) => {
    const rows = await listNotifications(database, caller.accountId, query);
    const shown = pageOf(
      rows,
      query.limit,
      (row) => [row.created_at.toISOString(), row.notification_id],
      presentNotification,
    );
    return ok({ ...shown, unread: await countUnread(database, caller.accountId) });
  },
  markRead: (context, { body }) => markRead(context, new Date(body.upTo)),
  search: async ({ database, caller }, { query }) => {
    const found = await findThings(database, caller.actor, query.q);
    const items = found.map(({ kind, region_id, id, title, note, public_path }) => ({
      kind,
      regionId: region_id,
      id,
      title,
      note,
      publicPath: public_path,
    }));
    return ok({ items });
  },
};
