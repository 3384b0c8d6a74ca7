import { similarCases } from '@zhaoshi/domain/application/similar';
import type { ReevaluationTrigger } from '@zhaoshi/domain/disclosure/reevaluation/reevaluation';
import { mayBeDecisionOf, reliesOn } from '@zhaoshi/domain/disclosure/reevaluation/trigger-signs';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { DAY_MS } from '@zhaoshi/domain/kernel/durations';
import { type Kysely, sql } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import {
  type NewApplicationRow,
  type NewEditionRow,
  newApplications,
  newEditions,
} from '../../db/queries/reevaluation-triggers.ts';
import {
  type WithheldCase,
  type WithheldDocument,
  withheldCases,
  withheldDocuments,
} from '../../db/queries/reevaluations.ts';
import { likeCases } from '../../db/queries/related-cases.ts';
import type { Schema } from '../../db/schema.ts';
import { openForm } from '../applications/show-case.ts';
import type { UseCaseContext } from '../context.ts';

export type TriggerContext = UseCaseContext & { readonly services: { readonly secretBox: SecretBox } };

/** What came in or went out in so many days is looked at; a longer standstill is made up for by the yearly review. */
const DAYS_BACK = 30;

interface Found {
  readonly regionId: string;
  readonly about: { readonly application_id: string } | { readonly document_id: string };
  readonly kind: ReevaluationTrigger;
  readonly on: CivilDate;
  readonly source: 'application' | 'document';
  readonly sourceId: string;
}

/** Raises a review once for the same source, however often it is found. */
async function raise({ database, newId, now }: TriggerContext, found: readonly Found[]): Promise<void> {
  if (found.length === 0) return;
  await database
    .insertInto('reevaluation_trigger')
    .values(
      found.map(({ regionId, about, kind, on, source, sourceId }) => ({
        region_id: regionId,
        trigger_id: newId(),
        application_id: 'application_id' in about ? about.application_id : null,
        document_id: 'document_id' in about ? about.document_id : null,
        kind,
        happened_on: on,
        source,
        source_id: sourceId,
        sealed: null,
        recorded_at: now(),
        recorded_by: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Refused cases of the organ that asked for the same as a new one: asked for again, it may be public by now (条例18, 44). */
async function askedAgain(
  { database, services }: TriggerContext,
  row: NewApplicationRow,
  refused: ReadonlyMap<string, WithheldCase>,
): Promise<readonly Found[]> {
  const { region_id: regionId, organ_id: organId, application_id: applicationId } = row;
  const ids = { regionId, organId, applicationId, applicantId: row.applicant_id };
  const like = (await likeCases(database, { ...ids, bigrams: row.bigrams })).filter(
    ({ application_id, result_on }) =>
      refused.has(application_id) && result_on !== null && result_on <= row.entered_on,
  );
  const compared = (
    one: Pick<NewApplicationRow, 'application_id' | 'registration_number' | 'applicant_id' | 'sealed'>,
  ) => ({
    applicationId: one.application_id,
    registrationNumber: one.registration_number,
    applicantKey: one.applicant_id,
    organId,
    description: openForm(services.secretBox, one).description,
    repliedOn: null,
  });
  return similarCases(compared(row), like.map(compared)).map(({ applicationId: about }) => ({
    regionId,
    about: { application_id: about },
    kind: 'repeatedApplications',
    on: row.entered_on as CivilDate,
    source: 'application',
    sourceId: applicationId,
  }));
}

interface Withheld {
  readonly cases: readonly WithheldCase[];
  readonly documents: readonly (WithheldDocument & { readonly ground: string; readonly reason: string })[];
}

const NO_DECISIONS: ReadonlySet<string> = new Set(['interpretation', 'draftForComment', 'guide', 'rules']);

/** Deliberative papers whose decision is public now, and what was withheld by a rule that no longer stands. */
function touchedBy(edition: NewEditionRow, { cases, documents }: Withheld): readonly Found[] {
  const { region_id: regionId, organ_id, document_id, title } = edition;
  const found = (about: Found['about'], kind: ReevaluationTrigger): Found => ({
    regionId,
    about,
    kind,
    on: edition.published_on as CivilDate,
    source: 'document',
    sourceId: document_id,
  });
  const isDecision = (text: string): boolean =>
    !NO_DECISIONS.has(edition.kind) && mayBeDecisionOf(text, title);
  return [
    ...cases
      .filter(
        (one) =>
          one.organ_id === organ_id &&
          one.outcome === 'refused.deliberativeProcess' &&
          one.withheld_on <= edition.published_on &&
          isDecision(one.summary),
      )
      .map(({ application_id }) => found({ application_id }, 'decisionTaken')),
    ...documents
      .filter(
        (one) =>
          one.organ_id === organ_id &&
          one.ground === 'processInformation' &&
          one.withheld_on <= edition.published_on &&
          isDecision(one.title),
      )
      .map((one) => found({ document_id: one.document_id }, 'decisionTaken')),
    ...documents
      .filter(
        (one) =>
          one.region_id === regionId &&
          one.withheld_on <= edition.published_on &&
          edition.changes.some((changed) => reliesOn(one.reason, changed)),
      )
      .map((one) => found({ document_id: one.document_id }, 'lawChanged')),
  ];
}

/** Withheld documents with why they were, as it stands in their texts. */
async function withReasons(
  database: Kysely<Schema>,
  rows: readonly WithheldDocument[],
): Promise<Withheld['documents']> {
  const ids = rows.map(({ document_id }) => document_id);
  const { rows: texts } = await sql<{ document_id: string; ground: string | null; reason: string | null }>`
    select document_id, content ->> 'classGround' as ground, content ->> 'classReason' as reason
    from document_draft where document_id = any(${ids}::uuid[])`.execute(database);
  const byId = new Map(texts.map((one) => [one.document_id, one]));
  return rows.map((row) => {
    const text = byId.get(row.document_id);
    return { ...row, ground: text?.ground ?? '', reason: text?.reason ?? '' };
  });
}

/**
 * Looks whether the situation of something withheld has changed (条例18: 因情势变化可以公开; publication.md §11): the same was
 * applied for again, the decision that deliberative papers belong to is public, or the rule it was withheld by was
 * amended or repealed. What the registers cannot tell, such as a consent, is stated by a person. It may run any number
 * of times.
 */
export async function findTriggers(context: TriggerContext): Promise<void> {
  const { database, now } = context;
  const since = new Date(now().getTime() - DAYS_BACK * DAY_MS);
  const everywhere = sql<boolean>`true`;
  const cases = await withheldCases(database, everywhere);
  const refused = new Map(cases.map((one) => [one.application_id, one]));
  for (const row of await newApplications(database, since)) {
    await raise(context, await askedAgain(context, row, refused));
  }
  const documents = await withReasons(database, await withheldDocuments(database, everywhere));
  for (const edition of await newEditions(database, since)) {
    await raise(context, touchedBy(edition, { cases, documents }));
  }
}
