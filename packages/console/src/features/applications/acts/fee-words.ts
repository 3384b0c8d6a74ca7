import { type AssessedFee, assessFee, type FeeRules } from '@zhaoshi/domain/fee/assess-fee';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { ActFacts } from './entered.ts';

/** As the law's usual reading has it; the server checks the amount by the organ's own settings. */
const RULES: FeeRules = {
  monthByReceiptDate: true,
  countsPerOrgan: true,
  sidesPerPage: 1,
  firstRisingYuan: 200,
};

/** What the tariff asks for what is entered; `null` when it asks nothing, `undefined` before enough is entered. */
export function feeOf({ basis, count }: ActFacts, on: CivilDate): AssessedFee | null | undefined {
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1) return undefined;
  return assessFee(
    basis === 'perItem' ? { by: 'perItem', ordinal: count } : { by: 'perPage', sides: count },
    on,
    RULES,
  );
}
