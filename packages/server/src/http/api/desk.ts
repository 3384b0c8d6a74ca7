import type { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { DUTIES, isDuty } from '@zhaoshi/domain/disclosure/reminders/duties';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { ok } from '@zhaoshi/domain/kernel/result';
import { isNotificationKind, notificationWords } from '@zhaoshi/domain/notification/notification-kinds';
import { canSomewhere } from '@zhaoshi/domain/permission/can';
import { TODO_KINDS, todoItems } from '@zhaoshi/domain/todo/todo-items';
import { pageOf } from '../../db/page.ts';
import { findThings } from '../../db/queries/find-things.ts';
import { countUnread, listNotifications } from '../../db/queries/notifications.ts';
import { waitingVoices } from '../../db/queries/public-voices.ts';
import { waitingAmendments } from '../../db/queries/record-amendments.ts';
import { todoFacts } from '../../db/queries/todo-facts.ts';
import { applicationWaiting } from '../../use-cases/applications/application-waiting.ts';
import { proposalsToConfirm } from '../../use-cases/calendar/calendar-proposals.ts';
import { channelWaiting } from '../../use-cases/channels/channel-waiting.ts';
import { documentWaiting } from '../../use-cases/documents/document-waiting.ts';
import { dutyWaiting } from '../../use-cases/item-coverage/duty-waiting.ts';
import { markRead } from '../../use-cases/notifications/mark-read.ts';
import type { Handlers } from './handler.ts';

type NotificationRow = Awaited<ReturnType<typeof listNotifications>>[number];

/** Ids that were kept with it; of other kinds there are none. */
const aboutOf = ({ regionId, ...ids }: NotificationRow['facts']) => {
  const { applicationId, amendmentId, documentId, organId, year, duty = '' } = ids;
  const hasCalendar = regionId !== undefined && organId !== undefined && year !== undefined;
  return {
    document: regionId === undefined || documentId === undefined ? null : { regionId, documentId },
    application: regionId === undefined || applicationId === undefined ? null : { regionId, applicationId },
    amendment: regionId === undefined || amendmentId === undefined ? null : { regionId, amendmentId },
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
    const facts = {
      ...(await todoFacts(database, caller.actor, now())),
      applications: await applicationWaiting(database, caller, now()),
      amendments: await waitingAmendments(database, caller.actor),
      channels: await channelWaiting(database, caller.actor, now()),
      documents: await documentWaiting(database, caller, now()),
      duties: await dutyWaiting(database, caller, now()),
      voices: await waitingVoices(database, caller.actor),
      calendarsToConfirm: await proposalsToConfirm(database, caller),
    };
    const items = todoItems(facts, today, (permission) => canSomewhere(caller.actor, permission)).map(
      (item) => ({
        ...item,
        document: item.document ?? null,
        organ: item.organ ?? null,
        law: TODO_KINDS[item.kind].law,
        isOverdue: item.dueOn !== null && item.dueOn < today,
      }),
    );
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
