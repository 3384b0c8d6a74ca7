import { sampleGrams } from '../db/sample-grams.ts';
import { eraseComplainants } from '../operations/erasure/erase-complainants.ts';
import { eraseComplaintPhotos } from '../operations/erasure/erase-complaint-photos.ts';
import { eraseDisputeIdentities } from '../operations/erasure/erase-dispute-identities.ts';
import { eraseIdentities } from '../operations/erasure/erase-identities.ts';
import { eraseVoices } from '../operations/erasure/erase-voices.ts';
import { exportErasures } from '../operations/erasure/export-erasures.ts';
import { applyRetention } from '../operations/retention/retention.ts';
import { readCopies } from '../use-cases/annual-report/read-copies.ts';
import { remindCases } from '../use-cases/applications/remind-cases.ts';
import { openBox } from '../use-cases/complaints/open-box.ts';
import { becomePublic } from '../use-cases/documents/become-public.ts';
import { keepValidities, keepValidityAround } from '../use-cases/documents/keep-validity.ts';
import { remindDocuments } from '../use-cases/documents/remind-documents.ts';
import { scanFile } from '../use-cases/files/scan-file.ts';
import { checkLinks } from '../use-cases/link-check/check-links.ts';
import { sendNotices } from '../use-cases/notifications/send-notices.ts';
import { remindOpinions } from '../use-cases/opinion/remind-opinions.ts';
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
  'search.sample': async ({ database }) => {
    await sampleGrams(database);
  },
  'search.validity': keepValidityAround,
  'search.validities': async (context) => {
    await keepValidities(context, context.signal);
  },
  'link.check': async (context) => {
    await checkLinks(context);
  },
  'complaint.openBox': async (context) => {
    await openBox(context);
  },
  'annualReport.readCopies': async (context) => {
    await readCopies(context, context.signal);
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
  'opinion.reminders': remindOpinions,
  'notice.send': sendNotices,
  'retention.apply': async (context) => {
    const { database, now, services } = context;
    await applyRetention(database, now());
    await eraseIdentities(context);
    await eraseDisputeIdentities(context);
    await eraseVoices(context);
    await eraseComplainants(context);
    await eraseComplaintPhotos(context);
    await exportErasures(database, services.erasureFolder);
  },
};
