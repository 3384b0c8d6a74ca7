import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { NEW_SURVEY_PAGE, SURVEY_PAGE, SURVEYS_PAGE } from '../features/surveys/page-info.ts';
import { frameRoute } from './frame-route.tsx';

const listRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/surveys',
  staticData: { page: SURVEYS_PAGE },
  component: lazyRouteComponent(() => import('../features/surveys/surveys-page.tsx'), 'SurveysPage'),
});

const newRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/surveys/new',
  staticData: { page: NEW_SURVEY_PAGE },
  component: lazyRouteComponent(() => import('../features/surveys/new-survey-page.tsx'), 'NewSurveyPage'),
});

const surveyRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/surveys/$regionId/$surveyId',
  staticData: { page: SURVEY_PAGE },
  component: lazyRouteComponent(() => import('../features/surveys/survey-page.tsx'), 'SurveyPage'),
});

/** The pages of the social evaluation. */
export const surveyRoutes = [listRoute, newRoute, surveyRoute] as const;
