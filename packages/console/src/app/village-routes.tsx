import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import {
  VILLAGE_OVERVIEW_PAGE,
  VILLAGE_PAGE,
  VILLAGE_POST_PAGE,
  VILLAGE_POSTS_PAGE,
  VILLAGE_QUESTIONS_PAGE,
} from '../features/village/page-info.ts';
import { postSearch } from '../features/village/village-search.ts';
import { frameRoute } from './frame-route.tsx';

const deskRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/village',
  staticData: { page: VILLAGE_PAGE },
  component: lazyRouteComponent(() => import('../features/village/village-page.tsx'), 'VillagePage'),
});

const postRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/village/post',
  staticData: { page: VILLAGE_POST_PAGE },
  validateSearch: postSearch,
  component: lazyRouteComponent(() => import('../features/village/post-page.tsx'), 'VillagePostPage'),
});

const postsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/village/posts',
  staticData: { page: VILLAGE_POSTS_PAGE },
  component: lazyRouteComponent(() => import('../features/village/posts-page.tsx'), 'VillagePostsPage'),
});

const questionsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/village/questions',
  staticData: { page: VILLAGE_QUESTIONS_PAGE },
  component: lazyRouteComponent(
    () => import('../features/village/questions-page.tsx'),
    'VillageQuestionsPage',
  ),
});

const overviewRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/village/overview',
  staticData: { page: VILLAGE_OVERVIEW_PAGE },
  component: lazyRouteComponent(() => import('../features/village/overview-page.tsx'), 'VillageOverviewPage'),
});

/** 村务公开: the village's own pages, and those of who supervises it. */
export const villageRoutes = [deskRoute, postRoute, postsRoute, questionsRoute, overviewRoute] as const;
