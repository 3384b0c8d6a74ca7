import type { Route } from '@zhaoshi/contract/define-route';
import { ROUTES } from '@zhaoshi/contract/routes';
import { newSigningKey } from '../src/adapters/signing/signing-key.ts';
import { makeCheckpoint } from '../src/use-cases/audit/make-checkpoint.ts';
import { ACCOUNTS_SAMPLES } from './account-samples.ts';
import { ANNUAL_REPORT_ANALYSIS_SAMPLES } from './annual-report-analysis-samples.ts';
import { ANNUAL_REPORT_BOARD_SAMPLES } from './annual-report-board-samples.ts';
import { ANNUAL_REPORT_DOWNLOAD_SAMPLES } from './annual-report-download-samples.ts';
import { ANNUAL_REPORT_FILE_SAMPLES } from './annual-report-file-samples.ts';
import { ANNUAL_REPORT_MEMBER_SAMPLES } from './annual-report-member-samples.ts';
import { ANNUAL_REPORT_SAMPLES } from './annual-report-samples.ts';
import type { WorldOrgan } from './api-world.ts';
import {
  APPLICATION_ASSIGNMENT_SAMPLES,
  APPLICATION_INTAKE_SAMPLES,
  SAVED_VIEW_SAMPLES,
} from './application-desk-samples.ts';
import { APPLICATION_FILE_SAMPLES } from './application-file-samples.ts';
import { APPLICATION_LETTER_SAMPLES } from './application-letter-samples.ts';
import { APPLICATION_QUERY_CODE_SAMPLES } from './application-query-code-samples.ts';
import { APPLICATION_RELATION_SAMPLES } from './application-relation-samples.ts';
import { APPLICATION_SAMPLES } from './application-samples.ts';
import { APPLICATION_STATISTICS_SAMPLES } from './application-statistics-samples.ts';
import { APPLICATION_TRANSFER_SAMPLES } from './application-transfer-samples.ts';
import { ASSESSMENT_SAMPLES, ASSESSMENT_SET_SAMPLES } from './assessment-samples.ts';
import { CALENDAR_SAMPLES } from './calendar-samples.ts';
import {
  COVERAGE_SAMPLES,
  GUIDE_SAMPLES,
  ITEM_CATALOG_SAMPLES,
  REEVALUATION_SAMPLES,
} from './catalog-samples.ts';
import {
  GAZETTE_SAMPLES,
  HANDOVER_SAMPLES,
  NEW_MEDIA_SAMPLES,
  NOTICE_BOARD_SAMPLES,
  POSTER_SAMPLES,
  PROMOTION_SAMPLES,
} from './channel-samples.ts';
import { COMPLAINT_SAMPLES, REMEDIATION_SAMPLES } from './complaint-samples.ts';
import { DISPUTE_FILE_SAMPLES } from './dispute-file-samples.ts';
import { DISPUTE_SAMPLES } from './dispute-samples.ts';
import { DOCUMENT_ATTACHMENT_SAMPLES } from './document-attachment-samples.ts';
import { DOCUMENT_IMPORT_SAMPLES } from './document-import-samples.ts';
import { DOCUMENT_SAMPLES } from './document-route-samples.ts';
import { fileForm, plantFile } from './file-samples.ts';
import { ACCOUNT_SAMPLES, SESSION_SAMPLES, SIGN_IN_SAMPLES } from './identity-samples.ts';
import { INSPECTION_SAMPLES } from './inspection-samples.ts';
import { plantCapturedMessage, plantDeadJob } from './job-samples.ts';
import { NOTICE_SAMPLES, RHYTHM_SAMPLES } from './notice-samples.ts';
import { OPINION_SAMPLES } from './opinion-samples.ts';
import {
  ORGAN_OFFICE_SAMPLES,
  ORGAN_SAMPLES,
  REPORTING_UNIT_SAMPLES,
  SETTING_SAMPLES,
} from './organ-samples.ts';
import { PUBLIC_VOICE_SAMPLES } from './public-voice-samples.ts';
import { RECORD_AMENDMENT_SAMPLES } from './record-amendment-samples.ts';
import type { AnySample, AreaSamples } from './route-sample.ts';
import { pdf } from './sample-files.ts';
import { STATISTICS_NORMATIVE_SAMPLES, STATISTICS_SAMPLES } from './statistics-samples.ts';
import { SURVEY_SAMPLES } from './survey-samples.ts';
import { VILLAGE_SAMPLES } from './village-samples.ts';
import { WORK_RECORD_SAMPLES } from './work-record-samples.ts';

const organIds = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });

/** For every route a call that would be right; a route without one does not compile. */
export const ROUTE_SAMPLES: { readonly [Area in keyof typeof ROUTES]: AreaSamples<(typeof ROUTES)[Area]> } = {
  account: ACCOUNT_SAMPLES,
  accounts: ACCOUNTS_SAMPLES,
  applications: APPLICATION_SAMPLES,
  applicationAssignment: APPLICATION_ASSIGNMENT_SAMPLES,
  applicationFiles: APPLICATION_FILE_SAMPLES,
  applicationIntake: APPLICATION_INTAKE_SAMPLES,
  applicationLetters: APPLICATION_LETTER_SAMPLES,
  applicationQueryCode: APPLICATION_QUERY_CODE_SAMPLES,
  applicationRelations: APPLICATION_RELATION_SAMPLES,
  applicationStatistics: APPLICATION_STATISTICS_SAMPLES,
  applicationTransfer: APPLICATION_TRANSFER_SAMPLES,
  assessments: ASSESSMENT_SAMPLES,
  assessmentSets: ASSESSMENT_SET_SAMPLES,
  audit: {
    list: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
    verify: { aboutOrgan: false, prepare: () => Promise.resolve({ request: {} }) },
    checkpoints: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
    checkpoint: {
      aboutOrgan: false,
      prepare: async ({ database }) => {
        await makeCheckpoint(database.context, newSigningKey(), '2026-11-20');
        return { request: { params: { day: '2026-11-20' } } };
      },
    },
  },
  calendars: CALENDAR_SAMPLES,
  coverage: COVERAGE_SAMPLES,
  guide: GUIDE_SAMPLES,
  itemCatalog: ITEM_CATALOG_SAMPLES,
  reevaluation: REEVALUATION_SAMPLES,
  desk: {
    todo: { aboutOrgan: false, prepare: () => Promise.resolve({ request: {} }) },
    notifications: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
    markRead: {
      aboutOrgan: false,
      prepare: () => Promise.resolve({ request: { body: { upTo: '2026-11-21T00:00:00.000Z' } } }),
    },
    search: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: { q: '年报' } } }) },
  },
  complaints: COMPLAINT_SAMPLES,
  inspections: INSPECTION_SAMPLES,
  remediationOrders: REMEDIATION_SAMPLES,
  disputes: DISPUTE_SAMPLES,
  disputeFiles: DISPUTE_FILE_SAMPLES,
  villages: VILLAGE_SAMPLES,
  surveys: SURVEY_SAMPLES,
  workRecords: WORK_RECORD_SAMPLES,
  documents: DOCUMENT_SAMPLES,
  documentAttachments: DOCUMENT_ATTACHMENT_SAMPLES,
  documentImport: DOCUMENT_IMPORT_SAMPLES,
  gazettes: GAZETTE_SAMPLES,
  handovers: HANDOVER_SAMPLES,
  newMedia: NEW_MEDIA_SAMPLES,
  promotions: PROMOTION_SAMPLES,
  noticeBoards: NOTICE_BOARD_SAMPLES,
  posters: POSTER_SAMPLES,
  installation: { read: { aboutOrgan: false, prepare: () => Promise.resolve({ request: {} }) } },
  jobs: {
    queues: { aboutOrgan: false, prepare: () => Promise.resolve({ request: {} }) },
    failed: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
    retry: {
      aboutOrgan: false,
      prepare: async (world) => ({ request: { params: { jobId: await plantDeadJob(world) } } }),
    },
    schedules: { aboutOrgan: false, prepare: () => Promise.resolve({ request: {} }) },
  },
  messages: {
    list: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
    readCaptured: {
      aboutOrgan: true,
      prepare: async (world, organ) => ({ request: { params: await plantCapturedMessage(world, organ) } }),
    },
    sendTest: {
      aboutOrgan: true,
      prepare: (_world, organ) =>
        Promise.resolve({
          request: { body: { ...organIds(organ), channel: 'mail', address: 'a@example.cn' } },
        }),
    },
  },
  session: SESSION_SAMPLES,
  signIn: SIGN_IN_SAMPLES,
  files: {
    upload: {
      aboutOrgan: true,
      prepare: (_world, organ) => {
        const { body, type } = fileForm('通知.pdf', pdf());
        const request = { params: organIds(organ), body };
        return Promise.resolve({ request, headers: { 'content-type': type } });
      },
    },
    read: {
      aboutOrgan: true,
      prepare: async (world, organ) => ({ request: { params: await plantFile(world, organ) } }),
    },
    download: {
      aboutOrgan: true,
      prepare: async (world, organ) => ({ request: { params: await plantFile(world, organ) } }),
    },
  },
  notices: NOTICE_SAMPLES,
  rhythm: RHYTHM_SAMPLES,
  opinions: OPINION_SAMPLES,
  organs: ORGAN_SAMPLES,
  organNames: {
    find: {
      aboutOrgan: false,
      prepare: () => Promise.resolve({ request: { query: { wanted: 'east/office' } } }),
    },
  },
  organOffices: ORGAN_OFFICE_SAMPLES,
  publicVoices: PUBLIC_VOICE_SAMPLES,
  recordAmendments: RECORD_AMENDMENT_SAMPLES,
  reportingUnits: REPORTING_UNIT_SAMPLES,
  savedViews: SAVED_VIEW_SAMPLES,
  settings: SETTING_SAMPLES,
  annualReports: ANNUAL_REPORT_SAMPLES,
  annualReportAnalysis: ANNUAL_REPORT_ANALYSIS_SAMPLES,
  annualReportBoard: ANNUAL_REPORT_BOARD_SAMPLES,
  annualReportDownloads: ANNUAL_REPORT_DOWNLOAD_SAMPLES,
  annualReportFiles: ANNUAL_REPORT_FILE_SAMPLES,
  annualReportMembers: ANNUAL_REPORT_MEMBER_SAMPLES,
  statistics: STATISTICS_SAMPLES,
  statisticsNormative: STATISTICS_NORMATIVE_SAMPLES,
};

/** Every route with its sample. */
export const SAMPLED_ROUTES = Object.entries(ROUTES).flatMap(([area, routes]) =>
  Object.entries<Route>(routes).map(([name, route]) => {
    const samples: Readonly<Record<string, unknown>> = ROUTE_SAMPLES[area as keyof typeof ROUTE_SAMPLES];
    return { id: route.id, route, sample: samples[name] as AnySample };
  }),
);
