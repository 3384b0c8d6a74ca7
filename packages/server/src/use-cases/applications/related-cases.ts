import {
  type ComparedCase,
  differentApplicants,
  filingsBy,
  similarCases,
} from '@zhaoshi/domain/application/similar';
import {
  type AssessedFee,
  assessFee,
  isRemarkablyMany,
  ordinalInMonth,
  pagesOf,
} from '@zhaoshi/domain/fee/assess-fee';
import { addDays, type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { feeRulesFrom } from '@zhaoshi/domain/setting/application-rules';
import type { Kysely } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { CaseRow } from '../../db/queries/application-case.ts';
import { countedCases, filingDays, type LikeCase, likeCases } from '../../db/queries/related-cases.ts';
import type { Schema } from '../../db/schema.ts';
import { caseContext } from './case-context.ts';
import { openForm } from './show-case.ts';

type Compared = Pick<
  LikeCase,
  'application_id' | 'registration_number' | 'applicant_id' | 'sealed' | 'result_on'
>;

const comparedOf = (row: Compared, organId: string, box: SecretBox): ComparedCase => ({
  applicationId: row.application_id,
  registrationNumber: row.registration_number,
  applicantKey: row.applicant_id,
  organId,
  description: openForm(box, row).description,
  repliedOn: row.result_on as CivilDate | null,
});

const YEAR = 365;
/** From the first of a month to beyond its end; the domain asks for the month itself. */
const MONTH = 31;

/** Cases that may repeat this one or ask for the same, with reasons; and how often its applicant applies. */
export async function relatedCases(database: Kysely<Schema>, row: CaseRow, box: SecretBox, now: Date) {
  const { region_id: regionId, organ_id: organId, applicant_id: applicantId } = row;
  const candidates = await likeCases(database, {
    regionId,
    organId,
    applicationId: row.application_id,
    applicantId,
    bigrams: row.bigrams,
  });
  const asked = comparedOf(row, organId, box);
  const others = candidates.map((candidate) => comparedOf(candidate, organId, box));
  const found = similarCases(asked, others);
  const rows = new Map(candidates.map((candidate) => [candidate.application_id, candidate]));
  const { settings, today } = await caseContext(database, row.path, now);
  const days = await filingDays(database, { regionId, applicantId }, addDays(today, -YEAR));
  const filed = days.map((day) => ({ applicantKey: applicantId, receiptDate: day as CivilDate }));
  const months = filingsBy(filed, 'month');
  return {
    cases: found.flatMap((one) => {
      const like = rows.get(one.applicationId);
      return like === undefined ? [] : [{ ...one, row: like }];
    }),
    differentApplicants: differentApplicants(asked, others, found),
    months,
    quarters: filingsBy(filed, 'quarter'),
    isRemarkable: months.some(({ count }) =>
      isRemarkablyMany(count, settings('application.excessivePerMonth')),
    ),
  };
}

/** A charge as a notice may ask it; nothing to pay is 0. */
const chargeOf = (count: number, fee: AssessedFee | null) => ({
  count,
  amount: fee?.fen ?? 0,
  lines: [...(fee?.lines ?? [])],
});

/** What the case would cost by item, from its place in its applicant's month, and by page. */
export async function feeBasis(database: Kysely<Schema>, row: CaseRow, sides: number | null, now: Date) {
  const { settings, today } = await caseContext(database, row.path, now);
  const rules = feeRulesFrom(settings);
  const receiptDate = row.receipt_date as CivilDate | null;
  const enteredOn = civilDateAt(row.entered_at);
  const counts = rules.monthByReceiptDate ? receiptDate : enteredOn;
  // A first of a month is a day.
  const month = counts === null ? null : (`${counts.slice(0, 7)}-01` as CivilDate);
  const counted =
    month === null
      ? []
      : await countedCases(database, {
          regionId: row.region_id,
          applicantId: row.applicant_id,
          path: row.path,
          onlyOrganId: rules.countsPerOrgan ? row.organ_id : null,
          from: month,
          to: addDays(month, MONTH),
        });
  const asCounted = (one: Pick<CaseRow, 'application_id' | 'organ_id' | 'receipt_date' | 'entered_at'>) => ({
    applicationId: one.application_id,
    applicantKey: row.applicant_id,
    organId: one.organ_id,
    receiptDate: one.receipt_date as CivilDate | null,
    enteredOn: civilDateAt(one.entered_at),
  });
  const ordinal = ordinalInMonth(asCounted(row), counted.map(asCounted), rules);
  const on = receiptDate ?? today;
  return {
    perItem: ordinal === null ? null : chargeOf(ordinal, assessFee({ by: 'perItem', ordinal }, on, rules)),
    perPage:
      sides === null ? null : chargeOf(pagesOf(sides, rules), assessFee({ by: 'perPage', sides }, on, rules)),
  };
}
