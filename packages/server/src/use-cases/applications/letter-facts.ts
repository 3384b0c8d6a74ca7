import type { ApplicationAct, ApplicationEvent } from '@zhaoshi/domain/application/act';
import {
  type ApplicationForm,
  SUPPLY_FORMS,
  SUPPLY_WAYS,
} from '@zhaoshi/domain/application/application-form';
import type { ApplicationState } from '@zhaoshi/domain/application/application-state';
import { projectedDue } from '@zhaoshi/domain/application/clock/clock-dates';
import { receiptDateOf } from '@zhaoshi/domain/application/intake';
import { assessFee } from '@zhaoshi/domain/fee/assess-fee';
import type { Fen } from '@zhaoshi/domain/fee/tariff';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { LetterFacts, LetterFee } from '@zhaoshi/domain/letter/letter-facts';
import { remedyPlacesOf } from '@zhaoshi/domain/remedy/remedy-organ';
import { remedyReadingsFrom } from '@zhaoshi/domain/remedy/remedy-readings';
import { feeRulesFrom, type SettingReader } from '@zhaoshi/domain/setting/application-rules';
import type { Kysely } from 'kysely';
import type { CaseRow } from '../../db/queries/application-case.ts';
import { contactLines, organsUpwards } from '../../db/queries/letter-organ.ts';
import type { Schema } from '../../db/schema.ts';
import type { CaseContext } from './case-context.ts';

/** What a letter says of the case that the row holds. */
export type LetterCase = Pick<
  CaseRow,
  | 'region_id'
  | 'organ_id'
  | 'application_id'
  | 'path'
  | 'organ_name'
  | 'registration_number'
  | 'channel'
  | 'is_misaddressed'
  | 'sent_on'
  | 'arrived_on'
  | 'receipt_date'
>;

/** What a letter is composed from, besides its own fields. */
export interface LetterSource {
  readonly row: LetterCase;
  readonly form: ApplicationForm;
  /** As `correctedWords` has it. */
  readonly corrected: string;
  /** Before the act and as the act leaves it. */
  readonly state: ApplicationState;
  readonly after: ApplicationState;
  readonly act: ApplicationAct | ApplicationEvent;
  readonly rules: CaseContext;
}

/** The parts of the facts that are the same for every letter of a case on a day. */
export type CaseFacts = Omit<LetterFacts, 'documentNumber' | 'addressee'>;

/** What the organ's settings say of remedies. */
export const remedySettings = (settings: SettingReader) => ({
  'remedy.reviewOrgan': settings('remedy.reviewOrgan'),
  'remedy.court': settings('remedy.court'),
  'remedy.regionCourt': settings('remedy.regionCourt'),
  'remedy.reviewAddress': settings('remedy.reviewAddress'),
  'remedy.partiallyGranted': settings('remedy.partiallyGranted'),
  'remedy.silence': settings('remedy.silence'),
  'remedy.courtRefusesText': settings('remedy.courtRefusesText'),
  'remedy.unsettledOutcomes': settings('remedy.unsettledOutcomes'),
});

/** Information or letters that the applicant wants by an internet channel (复议法22¶2). */
export const wantsElectronic = ({ supplyForm, supplyWay }: ApplicationForm): boolean =>
  supplyForm === 'electronic' || supplyWay === 'online' || supplyWay === 'email';

/** The day of receipt as the act leaves it. */
const receiptAfter = ({ row, act }: LetterSource): CivilDate | null =>
  act.type === 'confirmReceipt' || act.type === 'correctReceipt'
    ? act.on
    : (row.receipt_date as CivilDate | null);

function applicationFacts(source: LetterSource): LetterFacts['application'] {
  const { row, form, corrected, after } = source;
  const receiptDate = receiptAfter(source);
  const { rule, article } = receiptDateOf({
    channel: row.channel,
    isMisaddressed: row.is_misaddressed,
    sentOn: row.sent_on as CivilDate | null,
    arrivedOn: row.arrived_on as CivilDate | null,
    confirmedOn: receiptDate,
    isUnreachable: after.wasUnreachable,
  });
  return {
    registrationNumber: row.registration_number,
    receiptDate,
    // It stands in brackets inside a sentence.
    receiptRule: `${rule.replace(/。$/, '')}，${article}`,
    applicant: form.applicant.name,
    isOrganization: form.applicant.kind !== 'naturalPerson',
    asked: form.description,
    corrected,
    form: SUPPLY_FORMS[form.supplyForm],
    way: SUPPLY_WAYS[form.supplyWay],
  };
}

/** The fee as the notice prints it, with the tariff as the organ reads it. */
function feeFacts({ act, after, rules: { settings, caseRules } }: LetterSource): LetterFee | null {
  if (act.type !== 'noticeFee') return null;
  const { basis, count, amount, on } = act;
  const by =
    basis === 'perItem'
      ? ({ by: 'perItem', ordinal: count } as const)
      : ({ by: 'perPage', sides: count } as const);
  // The act counts pages, which the organ's rule has made of sides already.
  const assessed = assessFee(by, after.receivedOn ?? on, { ...feeRulesFrom(settings), sidesPerPage: 1 });
  return {
    basis,
    lines: assessed?.lines ?? [],
    // The domain has checked that the amount is that of the tariff.
    total: amount as Fen,
    ...(basis === 'perItem' && { tariff: caseRules.perItem }),
  };
}

/** Facts of the case for a letter of a date. */
export async function caseFacts(
  database: Kysely<Schema>,
  source: LetterSource,
  date: CivilDate,
): Promise<CaseFacts> {
  const { row, form, after, rules } = source;
  const { settings, calendar, clockRules, today } = rules;
  const [organ, ...above] = await organsUpwards(database, row.path);
  const values = remedySettings(settings);
  const due = projectedDue(after.clock, calendar, clockRules, today);
  return {
    organ: row.organ_name,
    contact: await contactLines(database, { regionId: row.region_id, organId: row.organ_id }),
    date,
    application: applicationFacts(source),
    due: due && { date: due.date, provisional: due.provisional },
    fee: feeFacts(source),
    givenBefore: after.links.some((link) => link.relation === 'duplicateOf' && link.givenBefore),
    remedyPlaces: organ === undefined ? null : remedyPlacesOf(organ, above, values),
    readings: remedyReadingsFrom(values),
    byInternet: row.channel === 'portal' || wantsElectronic(form),
    excludesReasons: clockRules.excludesReasons,
    restartsAfterPayment: clockRules.restartsAfterPayment,
    reliefDays: rules.caseRules.thirdPartyReliefDays,
    othersSeeApplicant: settings('letter.othersSeeApplicant'),
  };
}
