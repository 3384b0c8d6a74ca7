import { AGGREGATION_RULES } from './aggregation-rules.ts';
import { CELL_RULES } from './cell-rules.ts';
import { COPYING_RULES } from './copying-rules.ts';
import { CROSS_YEAR_RULES } from './cross-year-rules.ts';
import { DEADLINE_RULES } from './deadline-rules.ts';
import { FORM_RULES } from './form-rules.ts';
import { IDENTITY_RULES } from './identity-rules.ts';
import { LEGALITY_RULES } from './legality-rules.ts';
import { NARRATIVE_RULES } from './narrative-rules.ts';
import { PLAUSIBILITY_RULES } from './plausibility-rules.ts';
import { PRIVACY_RULES } from './privacy-rules.ts';
import { PUBLICATION_RULES } from './publication-rules.ts';
import { REGISTER_CELL_RULES } from './register-cell-rules.ts';
import { REGISTER_EVIDENCE_RULES } from './register-evidence-rules.ts';
import { REGISTER_FEE_RULES } from './register-fee-rules.ts';
import type { CheckRule } from './rule.ts';
import { TABLE_FOUR_RULES } from './table-four-rules.ts';
import { TABLE_THREE_RULES } from './table-three-rules.ts';
import { TABLE_TWO_RULES } from './table-two-rules.ts';
import { TEXT_RULES } from './text-rules.ts';

/** Every rule of annual-report.md §9, in the order in which a reader meets them. */
export const CHECK_RULES: readonly CheckRule[] = [
  ...IDENTITY_RULES,
  ...FORM_RULES,
  ...CELL_RULES,
  ...TABLE_TWO_RULES,
  ...TABLE_THREE_RULES,
  ...TABLE_FOUR_RULES,
  ...CROSS_YEAR_RULES,
  ...REGISTER_CELL_RULES,
  ...REGISTER_FEE_RULES,
  ...AGGREGATION_RULES,
  ...TEXT_RULES,
  ...NARRATIVE_RULES,
  ...LEGALITY_RULES,
  ...REGISTER_EVIDENCE_RULES,
  ...PLAUSIBILITY_RULES,
  ...COPYING_RULES,
  ...PRIVACY_RULES,
  ...PUBLICATION_RULES,
  ...DEADLINE_RULES,
];

/** What a file can be checked for: nobody who checks one has the registers of its organ. */
export const FILE_RULES: readonly CheckRule[] = CHECK_RULES.filter(
  ({ needs }) => !needs.includes('register') && !needs.includes('work'),
);
