import type { NotificationFacts, NotificationKind } from '@zhaoshi/domain/notification/notification-kinds';

interface NotificationTable {
  account_id: string;
  notification_id: string;
  kind: NotificationKind;
  facts: NotificationFacts;
  created_at: Date;
  read_at: Date | null;
}

export interface NotificationSchema {
  notification: NotificationTable;
}
