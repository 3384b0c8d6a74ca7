import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import {
  BOARDS_PAGE,
  CHANNELS_PAGE,
  GAZETTE_PAGE,
  HANDOVERS_PAGE,
  MEDIA_PAGE,
  PROMOTIONS_PAGE,
} from '../features/channels/page-info.ts';
import { documentSearch } from '../features/documents/list/document-search.ts';
import {
  DOCUMENT_PAGE,
  DOCUMENTS_PAGE,
  EDIT_DOCUMENT_PAGE,
  NEW_DOCUMENT_PAGE,
} from '../features/documents/page-info.ts';
import { documentViewSearch } from '../features/documents/review/document-view.ts';
import { GUIDE_PAGE } from '../features/guide/page-info.ts';
import { catalogSearch } from '../features/item-catalog/catalog-search.ts';
import { CATALOG_IMPORT_PAGE, CATALOG_ITEM_PAGE, CATALOG_PAGE } from '../features/item-catalog/page-info.ts';
import { coverageSearch } from '../features/item-coverage/coverage-search.ts';
import { COVERAGE_BOARD_PAGE, COVERAGE_PAGE } from '../features/item-coverage/page-info.ts';
import { VOICE_PAGE, VOICES_PAGE } from '../features/public-voices/page-info.ts';
import { voiceSearch } from '../features/public-voices/voice-search.ts';
import { REEVALUATION_PAGE } from '../features/reevaluation/page-info.ts';
import { frameRoute } from './frame-route.tsx';

const documentsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/documents',
  staticData: { page: DOCUMENTS_PAGE },
  validateSearch: documentSearch,
  component: lazyRouteComponent(
    () => import('../features/documents/list/documents-page.tsx'),
    'DocumentsPage',
  ),
});

const newDocumentRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/documents/new',
  staticData: { page: NEW_DOCUMENT_PAGE },
  component: lazyRouteComponent(
    () => import('../features/documents/edit/new-document-page.tsx'),
    'NewDocumentPage',
  ),
});

const documentRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/documents/$regionId/$documentId',
  staticData: { page: DOCUMENT_PAGE },
  validateSearch: documentViewSearch,
  component: lazyRouteComponent(
    () => import('../features/documents/review/document-page.tsx'),
    'DocumentPage',
  ),
});

const editDocumentRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/documents/$regionId/$documentId/edit',
  staticData: { page: EDIT_DOCUMENT_PAGE },
  component: lazyRouteComponent(
    () => import('../features/documents/edit/edit-document-page.tsx'),
    'EditDocumentPage',
  ),
});

const catalogRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/catalog',
  staticData: { page: CATALOG_PAGE },
  validateSearch: catalogSearch,
  component: lazyRouteComponent(() => import('../features/item-catalog/catalog-page.tsx'), 'CatalogPage'),
});

const catalogImportRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/catalog/import',
  staticData: { page: CATALOG_IMPORT_PAGE },
  component: lazyRouteComponent(
    () => import('../features/item-catalog/catalog-import-page.tsx'),
    'CatalogImportPage',
  ),
});

const catalogItemRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/catalog/$regionId/$itemId',
  staticData: { page: CATALOG_ITEM_PAGE },
  component: lazyRouteComponent(
    () => import('../features/item-catalog/catalog-item-page.tsx'),
    'CatalogItemPage',
  ),
});

const coverageBoardRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/coverage',
  staticData: { page: COVERAGE_BOARD_PAGE },
  component: lazyRouteComponent(
    () => import('../features/item-coverage/board-page.tsx'),
    'CoverageBoardPage',
  ),
});

const coverageRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/coverage/$regionId/$organId',
  staticData: { page: COVERAGE_PAGE },
  validateSearch: coverageSearch,
  component: lazyRouteComponent(() => import('../features/item-coverage/coverage-page.tsx'), 'CoveragePage'),
});

const guideRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/guide',
  staticData: { page: GUIDE_PAGE },
  component: lazyRouteComponent(() => import('../features/guide/guide-page.tsx'), 'GuidePage'),
});

const reevaluationRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/reevaluations',
  staticData: { page: REEVALUATION_PAGE },
  component: lazyRouteComponent(
    () => import('../features/reevaluation/reevaluation-page.tsx'),
    'ReevaluationPage',
  ),
});

const voicesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/public-voices',
  staticData: { page: VOICES_PAGE },
  validateSearch: voiceSearch,
  component: lazyRouteComponent(() => import('../features/public-voices/voices-page.tsx'), 'VoicesPage'),
});

const voiceRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/public-voices/$regionId/$voiceId',
  staticData: { page: VOICE_PAGE },
  component: lazyRouteComponent(() => import('../features/public-voices/voice-page.tsx'), 'VoicePage'),
});

const channelsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/channels',
  staticData: { page: CHANNELS_PAGE },
  component: lazyRouteComponent(() => import('../features/channels/channels-page.tsx'), 'ChannelsPage'),
});

const boardsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/channels/boards',
  staticData: { page: BOARDS_PAGE },
  component: lazyRouteComponent(() => import('../features/channels/boards-page.tsx'), 'BoardsPage'),
});

const handoversRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/channels/handovers',
  staticData: { page: HANDOVERS_PAGE },
  component: lazyRouteComponent(() => import('../features/channels/handovers-page.tsx'), 'HandoversPage'),
});

const gazetteRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/channels/gazette',
  staticData: { page: GAZETTE_PAGE },
  component: lazyRouteComponent(() => import('../features/channels/gazette-page.tsx'), 'GazettePage'),
});

const mediaRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/channels/media',
  staticData: { page: MEDIA_PAGE },
  component: lazyRouteComponent(() => import('../features/channels/media-page.tsx'), 'MediaPage'),
});

const promotionsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/channels/promotions',
  staticData: { page: PROMOTIONS_PAGE },
  component: lazyRouteComponent(() => import('../features/channels/promotions-page.tsx'), 'PromotionsPage'),
});

/** The pages of publishing on one's own initiative: documents, the catalogue, the guide, the public's voice, channels. */
export const documentRoutes = [
  documentsRoute,
  newDocumentRoute,
  documentRoute,
  editDocumentRoute,
  catalogRoute,
  catalogImportRoute,
  catalogItemRoute,
  coverageBoardRoute,
  coverageRoute,
  guideRoute,
  reevaluationRoute,
  voicesRoute,
  voiceRoute,
  channelsRoute,
  boardsRoute,
  handoversRoute,
  gazetteRoute,
  mediaRoute,
  promotionsRoute,
] as const;
