import type { gazetteRoutes } from '@zhaoshi/contract/routes/gazettes';
import { gazetteName, refuseGazette } from '@zhaoshi/domain/disclosure/channels/gazette';
import { type CivilDate, civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { gazetteCandidates, gazetteIssues, gazetteItems } from '../../db/queries/gazettes.ts';
import { findOrgan } from '../../db/queries/organs.ts';
import { makeGazette } from '../../use-cases/channels/make-gazette.ts';
import type { Handlers } from './handler.ts';

type Issues = Awaited<ReturnType<typeof gazetteIssues>>;

/** The number that follows within the year, and over all years where a total is kept. */
function nextNumber(issues: Issues, today: CivilDate) {
  const year = yearOf(today);
  const numbers = issues.filter(({ issue_year }) => issue_year === year).map(({ number }) => number);
  const totals = issues.flatMap(({ total }) => (total === null ? [] : [total]));
  return {
    year,
    number: Math.max(0, ...numbers) + 1,
    total: totals.length === 0 ? null : Math.max(...totals) + 1,
  };
}

export const gazetteHandlers: Handlers<typeof gazetteRoutes> = {
  read: async ({ database, reaches, now }, { params }) => {
    const organ = await findOrgan(database, params);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const refusal = refuseGazette(organ.kind);
    const issues = await gazetteIssues(database, params);
    const items = await gazetteItems(
      database,
      params.regionId,
      issues.map(({ issue_id }) => issue_id),
    );
    const candidates = refusal === null ? await gazetteCandidates(database, params) : [];
    return ok({
      refusal,
      name: gazetteName(organ.name),
      next: nextNumber(issues, civilDateAt(now())),
      issues: issues.map((row) => ({
        regionId: row.region_id,
        organId: row.organ_id,
        issueId: row.issue_id,
        year: row.issue_year,
        number: row.number,
        total: row.total,
        datedOn: row.dated_on,
        documentId: row.document_id,
        isPublic: row.public_edition !== null,
        holdsWithdrawn: row.holds_withdrawn,
        items: items
          .filter(({ issue_id }) => issue_id === row.issue_id)
          .map(({ document_id, title, document_number }) => ({
            documentId: document_id,
            title,
            documentNumber: document_number,
          })),
        madeBy: row.maker_name,
        madeAt: row.made_at.toISOString(),
      })),
      candidates: candidates.map((row) => ({
        documentId: row.document_id,
        edition: row.edition,
        title: row.title,
        documentNumber: row.document_number,
        kind: row.kind,
        organName: row.organ_name,
        publishedAt: row.visible_from.toISOString(),
      })),
    });
  },
  make: (context, { params, body }) =>
    // The contract has checked that this text is a day.
    makeGazette(context, { ...params, ...body, datedOn: body.datedOn as CivilDate }),
};
