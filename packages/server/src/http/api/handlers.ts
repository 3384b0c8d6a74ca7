import type { ROUTES } from '@zhaoshi/contract/routes';
import { accountHandlers } from './account.ts';
import { accountsHandlers } from './accounts.ts';
import { annualReportAnalysisHandlers } from './annual-report-analysis.ts';
import { annualReportBoardHandlers } from './annual-report-board.ts';
import { annualReportDownloadHandlers } from './annual-report-downloads.ts';
import { annualReportFileHandlers } from './annual-report-files.ts';
import { annualReportMemberHandlers } from './annual-report-members.ts';
import { annualReportHandlers } from './annual-reports.ts';
import { applicationAssignmentHandlers } from './application-assignment.ts';
import { applicationFileHandlers } from './application-files.ts';
import { applicationIntakeHandlers } from './application-intake.ts';
import { applicationLetterHandlers } from './application-letters.ts';
import { applicationQueryCodeHandlers } from './application-query-code.ts';
import { applicationRelationHandlers } from './application-relations.ts';
import { applicationStatisticsHandlers } from './application-statistics.ts';
import { applicationTransferHandlers } from './application-transfer.ts';
import { applicationHandlers } from './applications.ts';
import { assessmentSetHandlers } from './assessment-sets.ts';
import { assessmentHandlers } from './assessments.ts';
import { auditHandlers } from './audit.ts';
import { calendarHandlers } from './calendars.ts';
import { complaintHandlers } from './complaints.ts';
import { coverageHandlers } from './coverage.ts';
import { deskHandlers } from './desk.ts';
import { disputeFileHandlers } from './dispute-files.ts';
import { disputeHandlers } from './disputes.ts';
import { documentAttachmentHandlers } from './document-attachments.ts';
import { documentImportHandlers } from './document-import.ts';
import { documentHandlers } from './documents.ts';
import { fileHandlers } from './files.ts';
import { gazetteHandlers } from './gazettes.ts';
import { guideHandlers } from './guide.ts';
import type { Handlers } from './handler.ts';
import { handoverHandlers } from './handovers.ts';
import { inspectionHandlers } from './inspections.ts';
import { installationHandlers } from './installation.ts';
import { itemCatalogHandlers } from './item-catalog.ts';
import { jobHandlers } from './jobs.ts';
import { messageHandlers } from './messages.ts';
import { newMediaHandlers } from './new-media.ts';
import { noticeBoardHandlers } from './notice-boards.ts';
import { noticeHandlers, rhythmHandlers } from './notices.ts';
import { opinionHandlers } from './opinions.ts';
import { organNameHandlers } from './organ-names.ts';
import { organOfficeHandlers } from './organ-offices.ts';
import { organHandlers } from './organs.ts';
import { posterHandlers } from './posters.ts';
import { promotionHandlers } from './promotions.ts';
import { publicVoiceHandlers } from './public-voices.ts';
import { recordAmendmentHandlers } from './record-amendments.ts';
import { reevaluationHandlers } from './reevaluation.ts';
import { remediationHandlers } from './remediation-orders.ts';
import { reportingUnitHandlers } from './reporting-units.ts';
import { savedViewHandlers } from './saved-views.ts';
import { sessionHandlers } from './session.ts';
import { settingHandlers } from './settings.ts';
import { signInHandlers } from './sign-in.ts';
import { statisticsHandlers } from './statistics.ts';
import { statisticsNormativeHandlers } from './statistics-normative.ts';
import { surveyHandlers } from './surveys.ts';
import { villageHandlers } from './villages.ts';
import { workRecordHandlers } from './work-records.ts';

/** The handlers of every area of the route table; an area or a route without one does not compile. */
export const HANDLERS: { readonly [Area in keyof typeof ROUTES]: Handlers<(typeof ROUTES)[Area]> } = {
  account: accountHandlers,
  accounts: accountsHandlers,
  applications: applicationHandlers,
  applicationAssignment: applicationAssignmentHandlers,
  applicationFiles: applicationFileHandlers,
  applicationIntake: applicationIntakeHandlers,
  applicationLetters: applicationLetterHandlers,
  applicationQueryCode: applicationQueryCodeHandlers,
  applicationRelations: applicationRelationHandlers,
  applicationStatistics: applicationStatisticsHandlers,
  applicationTransfer: applicationTransferHandlers,
  assessments: assessmentHandlers,
  assessmentSets: assessmentSetHandlers,
  audit: auditHandlers,
  calendars: calendarHandlers,
  coverage: coverageHandlers,
  desk: deskHandlers,
  complaints: complaintHandlers,
  inspections: inspectionHandlers,
  disputes: disputeHandlers,
  disputeFiles: disputeFileHandlers,
  surveys: surveyHandlers,
  workRecords: workRecordHandlers,
  documents: documentHandlers,
  documentAttachments: documentAttachmentHandlers,
  documentImport: documentImportHandlers,
  guide: guideHandlers,
  itemCatalog: itemCatalogHandlers,
  reevaluation: reevaluationHandlers,
  session: sessionHandlers,
  signIn: signInHandlers,
  files: fileHandlers,
  installation: installationHandlers,
  gazettes: gazetteHandlers,
  handovers: handoverHandlers,
  newMedia: newMediaHandlers,
  promotions: promotionHandlers,
  noticeBoards: noticeBoardHandlers,
  notices: noticeHandlers,
  rhythm: rhythmHandlers,
  posters: posterHandlers,
  jobs: jobHandlers,
  messages: messageHandlers,
  opinions: opinionHandlers,
  organs: organHandlers,
  organNames: organNameHandlers,
  organOffices: organOfficeHandlers,
  publicVoices: publicVoiceHandlers,
  recordAmendments: recordAmendmentHandlers,
  remediationOrders: remediationHandlers,
  reportingUnits: reportingUnitHandlers,
  savedViews: savedViewHandlers,
  settings: settingHandlers,
  annualReports: annualReportHandlers,
  annualReportAnalysis: annualReportAnalysisHandlers,
  annualReportBoard: annualReportBoardHandlers,
  annualReportDownloads: annualReportDownloadHandlers,
  annualReportFiles: annualReportFileHandlers,
  annualReportMembers: annualReportMemberHandlers,
  statistics: statisticsHandlers,
  statisticsNormative: statisticsNormativeHandlers,
  villages: villageHandlers,
};
