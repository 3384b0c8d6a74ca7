import type { applicationQueryCodeRoutes } from '@zhaoshi/contract/routes/application-query-code';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { officerOf } from '../../use-cases/applications/act-on-application.ts';
import { issueQueryCode, queryCodeIssues } from '../../use-cases/applications/issue-query-code.ts';
import { showCase } from '../../use-cases/applications/show-case.ts';
import { reachedCase } from './applications.ts';
import { type Handlers, presentStale } from './handler.ts';
import { presentCase } from './present-application.ts';

export const applicationQueryCodeHandlers: Handlers<typeof applicationQueryCodeRoutes> = {
  queryCodeIssues: async (context, { params }) => {
    const row = await reachedCase(context, params);
    if (row === undefined) return err({ code: 'not-found' });
    const issues = await queryCodeIssues(context.database, params, context.services.secretBox);
    return ok({ hasCode: !row.is_imported || issues.length > 0, issues });
  },
  issueQueryCode: async (context, { params, body }) => {
    const result = await issueQueryCode(context, { ...params, ...body });
    const row = result.ok ? undefined : await reachedCase(context, params);
    if (row === undefined) return result;
    const shown = await showCase(context.database, row, context.now());
    const { secretBox } = context.services;
    return presentStale(result, () =>
      presentCase(shown, secretBox, officerOf(context), context.abilities(row.path)),
    );
  },
};
