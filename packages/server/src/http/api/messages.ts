import type { messageRoutes } from '@zhaoshi/contract/routes/messages';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { pageOf } from '../../db/page.ts';
import { findCapturedMessage, listMessages, type MessageRow } from '../../db/queries/messages.ts';
import { failureReason } from '../../jobs/failure-reasons.ts';
import { openContent } from '../../jobs/messages/message-content.ts';
import { renderMessage } from '../../jobs/messages/render-message.ts';
import { isTemplate, messageTemplate } from '../../jobs/messages/templates.ts';
import { sendTestMessage } from '../../use-cases/messages/send-test-message.ts';
import type { Handlers, ReadContext } from './handler.ts';

const present = (row: MessageRow, { abilities }: Pick<ReadContext, 'abilities'>) => ({
  regionId: row.region_id,
  messageId: row.message_id,
  organName: row.organ_name,
  channel: row.channel,
  template: row.template,
  title: isTemplate(row.template) ? messageTemplate(row.template).title : row.template,
  recipient: row.recipient,
  state: row.state,
  attempts: row.attempts,
  reason: row.error_code === null ? null : failureReason(row.error_code),
  requestedAt: row.requested_at.toISOString(),
  settledAt: row.settled_at?.toISOString() ?? null,
  abilities: abilities(row.organ_path),
});

export const messageHandlers: Handlers<typeof messageRoutes> = {
  list: async (context, { query }) => {
    const { database, caller, permission } = context;
    const rows = await listMessages(database, caller.actor, permission, query);
    return ok(
      pageOf(
        rows,
        query.limit,
        (row) => [row.requested_at.toISOString(), row.message_id],
        (row) => present(row, context),
      ),
    );
  },
  readCaptured: async ({ database, reaches, abilities, services }, { params }) => {
    const found = await findCapturedMessage(database, params);
    if (found === undefined || !reaches(found.path)) return err({ code: 'not-found' });
    const { address, template, values } = openContent(services.secretBox, params.messageId, found.sealed);
    const { subject, text } = renderMessage(template, values);
    return ok({ address, subject, text, abilities: abilities(found.path) });
  },
  sendTest: async (context, { body }) => await sendTestMessage(context, body),
};
