import type { Rejection } from '@zhaoshi/contract/problems';
import { TABLE_IDS } from '@zhaoshi/domain/annual-report/ids';
import type { CountedCells } from '@zhaoshi/domain/annual-report/rules/register-facts';
import { frozenSources } from '@zhaoshi/domain/annual-report/work/frozen-sources';
import type { ReportDraft } from '@zhaoshi/domain/annual-report/work/report-draft';
import { canonicalJson } from '@zhaoshi/domain/disclosure/document-content';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import type { ReportKey } from '../../db/queries/report-work.ts';
import type { Schema } from '../../db/schema.ts';
import { type FrozenCase, frozenCounting } from './frozen-cases.ts';
import { type LoadedReport, loadReport } from './loaded-report.ts';

/** A report with the cases that make exactly its counted figures. */
export interface CountedReport {
  readonly loaded: LoadedReport;
  /** `null`: a sum of units, whose figures come from no cases of its own. */
  readonly cases: readonly FrozenCase[] | null;
}

/** A register that changes more often than this while it is looked at is being written to by a program. */
const ATTEMPTS = 5;

const CHANGING =
  '登记簿在封存数字时不断有新的登记，各格数字与所计案件没有对上，没有提请签发。请稍后再提请签发，填写的内容都在。';

/** What tables have that are frozen with their cases. */
const ofSources = (counted: CountedCells, sources: ReportDraft['sources']): CountedCells =>
  Object.fromEntries(
    Object.entries(counted).filter(([cell]) =>
      TABLE_IDS.some((table) => sources[table] === 'counted' && cell.startsWith(`${table}.`)),
    ),
  );

const isSame = (one: CountedCells, other: CountedCells): boolean =>
  canonicalJson(one) === canonicalJson(other);

/**
 * Loads a report whose figures are about to be frozen. Figures and cases are read by statements of their own, between
 * which somebody may register a case; nobody is made to wait for that (条例31), instead both are read again until they
 * agree. What is changed in a case that is counted already waits for the report's row, which the caller holds.
 */
export async function loadForFreezing(
  transaction: Transaction<Schema>,
  key: ReportKey,
  now: Date,
): Promise<Result<CountedReport, Rejection>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const loaded = await loadReport(transaction, key, { now });
    if (loaded === null) return err({ code: 'not-found' });
    const { organs, version, draft, region, counted } = loaded;
    if (region !== null) return ok({ loaded, cases: null });
    const sources = frozenSources(draft, loaded.report, counted);
    const counting = { reportYear: key.reportYear, version, sources, now };
    const again = await frozenCounting(transaction, organs, counting);
    if (isSame(ofSources(counted, sources), again.counted)) return ok({ loaded, cases: again.cases });
  }
  return err({ code: 'state-refuses', detail: CHANGING });
}
