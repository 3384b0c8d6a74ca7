import type { applicationRelationRoutes } from '@zhaoshi/contract/routes/application-relations';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { officerOf } from '../../use-cases/applications/act-on-application.ts';
import { feeBasis, relatedCases } from '../../use-cases/applications/related-cases.ts';
import { showCase } from '../../use-cases/applications/show-case.ts';
import { splitApplication } from '../../use-cases/applications/split-application.ts';
import { reachedCase } from './applications.ts';
import { type Handlers, presentStale } from './handler.ts';
import { presentCase } from './present-application.ts';

const countsOf = (filings: readonly { readonly period: string; readonly count: number }[]) =>
  filings.map(({ period, count }) => ({ period, count }));

export const applicationRelationHandlers: Handlers<typeof applicationRelationRoutes> = {
  similar: async (context, { params }) => {
    const row = await reachedCase(context, params);
    if (row === undefined) return err({ code: 'not-found' });
    const { database, services, now } = context;
    const found = await relatedCases(database, row, services.secretBox, now());
    return ok({
      cases: found.cases.map(({ kind, likeness, reasons, row: like }) => ({
        applicationId: like.application_id,
        registrationNumber: like.registration_number,
        kind,
        likeness,
        reasons: [...reasons],
        applicant: like.masked_name,
        summary: like.summary,
        status: like.status,
        receiptDate: like.receipt_date,
        outcome: like.result_outcome,
        resultOn: like.result_on,
      })),
      differentApplicants: found.differentApplicants,
      filings: {
        months: countsOf(found.months),
        quarters: countsOf(found.quarters),
        isRemarkable: found.isRemarkable,
      },
    });
  },
  feeBasis: async (context, { params, query }) => {
    const row = await reachedCase(context, params);
    if (row === undefined) return err({ code: 'not-found' });
    return ok(await feeBasis(context.database, row, query.sides ?? null, context.now()));
  },
  split: async (context, { params, body }) => {
    const result = await splitApplication(context, { ...params, ...body });
    if (result.ok) return ok({ ...result.value, cases: [...result.value.cases] });
    const row = await reachedCase(context, params);
    if (row === undefined) return result;
    const shown = await showCase(context.database, row, context.now());
    const { secretBox } = context.services;
    return presentStale(result, () =>
      presentCase(shown, secretBox, officerOf(context), context.abilities(row.path)),
    );
  },
};
