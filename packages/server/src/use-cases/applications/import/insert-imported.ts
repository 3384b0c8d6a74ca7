import { caseDeadlines } from '@zhaoshi/domain/application/case-deadlines';
import { bigramNumbers, foldForSearch } from '@zhaoshi/domain/search/fold';
import type { Transaction } from 'kysely';
import type { SecretBox } from '../../../adapters/secret-box/secret-box.ts';
import type { OrganRow } from '../../../db/queries/organs.ts';
import type { Schema } from '../../../db/schema.ts';
import { setDeadlines } from '../../calendar/set-deadlines.ts';
import { projectionOf } from '../act-on-case.ts';
import type { CaseContext } from '../case-context.ts';
import { purposeOfEvent } from '../event-texts.ts';
import { newQueryCode, queryCodeHash, summaryOf } from '../insert-application.ts';
import { keepSerialNumbersAbove } from '../serial-number.ts';
import { sealForm } from '../show-case.ts';
import type { ReadyRow } from './check-rows.ts';
import { keepImportedApplicants } from './imported-applicants.ts';
import { inChunks } from './in-chunks.ts';

interface Importing {
  readonly organ: OrganRow;
  readonly rules: CaseContext;
  readonly box: SecretBox;
  readonly newId: () => string;
  readonly at: Date;
}

interface Imported {
  readonly applicationId: string;
  readonly applicantId: string;
  readonly row: ReadyRow;
}

function applicationOf(
  { applicationId, applicantId, row: { given, history } }: Imported,
  importing: Importing,
) {
  const { organ, rules, box, at } = importing;
  const summary = summaryOf({ summary: null, form: given.form });
  const folded = foldForSearch(summary);
  return {
    region_id: organ.region_id,
    application_id: applicationId,
    organ_id: organ.organ_id,
    registration_number: given.registrationNumber,
    applicant_id: applicantId,
    applicant_kind: given.form.applicant.kind,
    channel: given.channel,
    is_misaddressed: false,
    sent_on: given.sentOn,
    arrived_on: given.arrivedOn,
    entered_at: at,
    summary,
    folded,
    bigrams: [...bigramNumbers(folded)],
    sealed: sealForm(box, applicationId, given.form),
    letter_number: given.result?.documentNumber ?? null,
    // Nobody was told the code; the organ gives a new one when the applicant asks.
    query_code_hash: queryCodeHash(box, newQueryCode()),
    is_imported: true,
    ...projectionOf(history.state, rules),
    receipt_date: given.receiptDate,
  };
}

const eventsOf = ({ applicationId, row: { history } }: Imported, { organ, box, at }: Importing) =>
  history.events.map(({ event: { type, ...data }, by, texts }, index) => ({
    region_id: organ.region_id,
    application_id: applicationId,
    sequence: index + 1,
    type,
    data: JSON.stringify(data),
    sealed:
      Object.keys(texts).length === 0
        ? null
        : box.seal(JSON.stringify(texts), purposeOfEvent(applicationId, index + 1)),
    recorded_at: at,
    actor: by,
  }));

/** Enters checked rows as cases with their events, and deadlines where they are still open. */
export async function insertImported(
  transaction: Transaction<Schema>,
  rows: readonly ReadyRow[],
  importing: Importing,
): Promise<void> {
  if (rows.length === 0) return;
  const { organ, rules, newId, at } = importing;
  const ids = { regionId: organ.region_id, organId: organ.organ_id };
  const details = rows.map(({ given }) => given.form.applicant);
  const applicants = await keepImportedApplicants(transaction, ids, details, importing);
  const cases = rows.map((row, index): Imported => {
    const applicantId = applicants[index];
    if (applicantId === undefined) throw new Error('an imported case has no applicant');
    return { applicationId: newId(), applicantId, row };
  });
  await inChunks(cases, async (some) => {
    await transaction
      .insertInto('application')
      .values(some.map((one) => applicationOf(one, importing)))
      .execute();
    await transaction
      .insertInto('application_event')
      .values(some.flatMap((one) => eventsOf(one, importing)))
      .execute();
  });
  for (const { applicationId, row } of cases) {
    const deadlines = caseDeadlines(row.history.state, rules);
    if (deadlines.length === 0) continue;
    const subject = { ...ids, path: organ.path, subject: `application/${applicationId}`, at, newId };
    await setDeadlines(transaction, subject, deadlines);
  }
  await keepSerialNumbersAbove(
    transaction,
    ids,
    rows.map(({ given }) => given.registrationNumber),
  );
}
