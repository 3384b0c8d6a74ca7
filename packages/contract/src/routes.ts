import type { Route } from './define-route.ts';
import { accountRoutes } from './routes/account.ts';
import { accountsRoutes } from './routes/accounts.ts';
import { applicationAssignmentRoutes } from './routes/application-assignment.ts';
import { applicationFileRoutes } from './routes/application-files.ts';
import { applicationIntakeRoutes } from './routes/application-intake.ts';
import { applicationLetterRoutes } from './routes/application-letters.ts';
import { applicationQueryCodeRoutes } from './routes/application-query-code.ts';
import { applicationRelationRoutes } from './routes/application-relations.ts';
import { applicationStatisticsRoutes } from './routes/application-statistics.ts';
import { applicationTransferRoutes } from './routes/application-transfer.ts';
import { applicationRoutes } from './routes/applications.ts';
import { auditRoutes } from './routes/audit.ts';
import { calendarRoutes } from './routes/calendars.ts';
import { coverageRoutes } from './routes/coverage.ts';
import { deskRoutes } from './routes/desk.ts';
import { documentAttachmentRoutes } from './routes/document-attachments.ts';
import { documentImportRoutes } from './routes/document-import.ts';
import { documentRoutes } from './routes/documents.ts';
import { fileRoutes } from './routes/files.ts';
import { gazetteRoutes } from './routes/gazettes.ts';
import { guideRoutes } from './routes/guide.ts';
import { handoverRoutes } from './routes/handovers.ts';
import { installationRoutes } from './routes/installation.ts';
import { itemCatalogRoutes } from './routes/item-catalog.ts';
import { jobRoutes } from './routes/jobs.ts';
import { messageRoutes } from './routes/messages.ts';
import { newMediaRoutes } from './routes/new-media.ts';
import { noticeBoardRoutes } from './routes/notice-boards.ts';
import { organOfficeRoutes } from './routes/organ-offices.ts';
import { organRoutes } from './routes/organs.ts';
import { posterRoutes } from './routes/posters.ts';
import { promotionRoutes } from './routes/promotions.ts';
import { publicVoiceRoutes } from './routes/public-voices.ts';
import { recordAmendmentRoutes } from './routes/record-amendments.ts';
import { reevaluationRoutes } from './routes/reevaluation.ts';
import { reportingUnitRoutes } from './routes/reporting-units.ts';
import { savedViewRoutes } from './routes/saved-views.ts';
import { sessionRoutes } from './routes/session.ts';
import { settingRoutes } from './routes/settings.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { statisticsRoutes } from './routes/statistics.ts';
import { statisticsNormativeRoutes } from './routes/statistics-normative.ts';

/** Every route of the interface, by area; the server answers exactly these. */
export const ROUTES = {
  account: accountRoutes,
  accounts: accountsRoutes,
  applications: applicationRoutes,
  applicationAssignment: applicationAssignmentRoutes,
  applicationFiles: applicationFileRoutes,
  applicationIntake: applicationIntakeRoutes,
  applicationLetters: applicationLetterRoutes,
  applicationQueryCode: applicationQueryCodeRoutes,
  applicationRelations: applicationRelationRoutes,
  applicationStatistics: applicationStatisticsRoutes,
  applicationTransfer: applicationTransferRoutes,
  audit: auditRoutes,
  calendars: calendarRoutes,
  coverage: coverageRoutes,
  desk: deskRoutes,
  documents: documentRoutes,
  documentAttachments: documentAttachmentRoutes,
  documentImport: documentImportRoutes,
  guide: guideRoutes,
  itemCatalog: itemCatalogRoutes,
  reevaluation: reevaluationRoutes,
  session: sessionRoutes,
  signIn: signInRoutes,
  files: fileRoutes,
  installation: installationRoutes,
  gazettes: gazetteRoutes,
  handovers: handoverRoutes,
  newMedia: newMediaRoutes,
  promotions: promotionRoutes,
  noticeBoards: noticeBoardRoutes,
  posters: posterRoutes,
  jobs: jobRoutes,
  messages: messageRoutes,
  organs: organRoutes,
  organOffices: organOfficeRoutes,
  publicVoices: publicVoiceRoutes,
  recordAmendments: recordAmendmentRoutes,
  reportingUnits: reportingUnitRoutes,
  savedViews: savedViewRoutes,
  settings: settingRoutes,
  statistics: statisticsRoutes,
  statisticsNormative: statisticsNormativeRoutes,
} satisfies Readonly<Record<string, Readonly<Record<string, Route>>>>;
