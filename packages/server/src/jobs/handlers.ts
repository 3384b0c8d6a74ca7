import { eraseIdentities } from '../operations/erasure/erase-identities.ts';
import { eraseVoices } from '../operations/erasure/erase-voices.ts';
import { exportErasures } from '../operations/erasure/export-erasures.ts';
import { applyRetention } from '../operations/retention/retention.ts';
import { remindCases } from '../use-cases/applications/remind-cases.ts';
import { becomePublic } from '../use-cases/documents/become-public.ts';
import { remindDocuments } from '../use-cases/documents/remind-documents.ts';
import { scanFile } from '../use-cases/files/scan-file.ts';
import { checkLinks } from '../use-cases/link-check/check-links.ts';
import { remindAmendments } from '../use-cases/record-amendments/remind-amendments.ts';
import { findTriggers } from '../use-cases/reevaluation/find-triggers.ts';
import { remindDuties } from '../use-cases/reminders/remind-duties.ts';
import { tellSubscribers } from '../use-cases/subscriptions/tell-subscribers.ts';
import type { JobHandlers } from './job-context.ts';
import { postArticle, takeArticleDown } from './media-post.ts';
import { deliverMessage } from './messages/deliver-message.ts';
import { sealAudit } from './seal-audit.ts';
import { sweepFiles } from './sweep-files.ts';

/** Who does which kind of job. */
export const JOB_HANDLERS: JobHandlers = {
  'message.deliver': deliverMessage,
  'document.becomePublic': async (context, ids) => {
    await becomePublic(context, ids);
  },
  'file.scan': scanFile,
  'media.post': postArticle,
  'media.takeDown': takeArticleDown,
  'audit.checkpoint': sealAudit,
  'file.sweep': sweepFiles,
  'link.check': async (context) => {
    await checkLinks(context);
  },
  'subscription.digest': tellSubscribers,
  'application.reminders': async (context) => {
    await remindAmendments(context);
    await remindCases(context);
    await remindDocuments(context);
    // Before the duties: what it finds is told at once.
    await findTriggers(context);
    await remindDuties(context);
  },
  'retention.apply': async (context) => {
    const { database, now, services } = context;
    await applyRetention(database, now());
    await eraseIdentities(context);
    await eraseVoices(context);
    await exportErasures(database, services.erasureFolder);
  },
};
