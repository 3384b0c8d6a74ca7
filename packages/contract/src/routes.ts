import type { Route } from './define-route.ts';
import { accountRoutes } from './routes/account.ts';
import { accountsRoutes } from './routes/accounts.ts';
import { annualReportAnalysisRoutes } from './routes/annual-report-analysis.ts';
import { annualReportBoardRoutes } from './routes/annual-report-board.ts';
import { annualReportDownloadRoutes } from './routes/annual-report-downloads.ts';
import { annualReportFileRoutes } from './routes/annual-report-files.ts';
import { annualReportMemberRoutes } from './routes/annual-report-members.ts';
import { annualReportRoutes } from './routes/annual-reports.ts';
import { applicationAssignmentRoutes } from './routes/application-assignment.ts';
import { applicationFileRoutes } from './routes/application-files.ts';
import { applicationIntakeRoutes } from './routes/application-intake.ts';
import { applicationLetterRoutes } from './routes/application-letters.ts';
import { applicationQueryCodeRoutes } from './routes/application-query-code.ts';
import { applicationRelationRoutes } from './routes/application-relations.ts';
import { applicationStatisticsRoutes } from './routes/application-statistics.ts';
import { applicationTransferRoutes } from './routes/application-transfer.ts';
import { applicationRoutes } from './routes/applications.ts';
import { assessmentSetRoutes } from './routes/assessment-sets.ts';
import { assessmentRoutes } from './routes/assessments.ts';
import { auditRoutes } from './routes/audit.ts';
import { calendarRoutes } from './routes/calendars.ts';
import { complaintRoutes } from './routes/complaints.ts';
import { coverageRoutes } from './routes/coverage.ts';
import { deskRoutes } from './routes/desk.ts';
import { disputeFileRoutes } from './routes/dispute-files.ts';
import { disputeRoutes } from './routes/disputes.ts';
import { documentAttachmentRoutes } from './routes/document-attachments.ts';
import { documentImportRoutes } from './routes/document-import.ts';
import { documentRoutes } from './routes/documents.ts';
import { fileRoutes } from './routes/files.ts';
import { gazetteRoutes } from './routes/gazettes.ts';
import { guideRoutes } from './routes/guide.ts';
import { handoverRoutes } from './routes/handovers.ts';
import { inspectionRoutes } from './routes/inspections.ts';
import { installationRoutes } from './routes/installation.ts';
import { itemCatalogRoutes } from './routes/item-catalog.ts';
import { jobRoutes } from './routes/jobs.ts';
import { messageRoutes } from './routes/messages.ts';
import { newMediaRoutes } from './routes/new-media.ts';
import { noticeBoardRoutes } from './routes/notice-boards.ts';
import { noticeRoutes, rhythmRoutes } from './routes/notices.ts';
import { opinionRoutes } from './routes/opinions.ts';
import { organNameRoutes } from './routes/organ-names.ts';
import { organOfficeRoutes } from './routes/organ-offices.ts';
import { organRoutes } from './routes/organs.ts';
import { posterRoutes } from './routes/posters.ts';
import { promotionRoutes } from './routes/promotions.ts';
import { publicVoiceRoutes } from './routes/public-voices.ts';
import { recordAmendmentRoutes } from './routes/record-amendments.ts';
import { reevaluationRoutes } from './routes/reevaluation.ts';
import { remediationRoutes } from './routes/remediation-orders.ts';
import { reportingUnitRoutes } from './routes/reporting-units.ts';
import { savedViewRoutes } from './routes/saved-views.ts';
import { sessionRoutes } from './routes/session.ts';
import { settingRoutes } from './routes/settings.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { statisticsRoutes } from './routes/statistics.ts';
import { statisticsNormativeRoutes } from './routes/statistics-normative.ts';
import { surveyRoutes } from './routes/surveys.ts';
import { villageRoutes } from './routes/villages.ts';
import { workRecordRoutes } from './routes/work-records.ts';

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
  assessments: assessmentRoutes,
  assessmentSets: assessmentSetRoutes,
  audit: auditRoutes,
  calendars: calendarRoutes,
  coverage: coverageRoutes,
  desk: deskRoutes,
  complaints: complaintRoutes,
  inspections: inspectionRoutes,
  disputes: disputeRoutes,
  disputeFiles: disputeFileRoutes,
  surveys: surveyRoutes,
  workRecords: workRecordRoutes,
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
  notices: noticeRoutes,
  rhythm: rhythmRoutes,
  posters: posterRoutes,
  jobs: jobRoutes,
  messages: messageRoutes,
  opinions: opinionRoutes,
  organs: organRoutes,
  organNames: organNameRoutes,
  organOffices: organOfficeRoutes,
  publicVoices: publicVoiceRoutes,
  recordAmendments: recordAmendmentRoutes,
  remediationOrders: remediationRoutes,
  reportingUnits: reportingUnitRoutes,
  savedViews: savedViewRoutes,
  settings: settingRoutes,
  annualReports: annualReportRoutes,
  annualReportAnalysis: annualReportAnalysisRoutes,
  annualReportBoard: annualReportBoardRoutes,
  annualReportDownloads: annualReportDownloadRoutes,
  annualReportFiles: annualReportFileRoutes,
  annualReportMembers: annualReportMemberRoutes,
  statistics: statisticsRoutes,
  statisticsNormative: statisticsNormativeRoutes,
  villages: villageRoutes,
} satisfies Readonly<Record<string, Readonly<Record<string, Route>>>>;
