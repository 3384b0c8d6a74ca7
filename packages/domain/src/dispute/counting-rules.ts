import type { SettingReader } from '../setting/application-rules.ts';
import { COUNTED_INSTANCES, type CountedInstances } from './counted-instances.ts';
import {
  DISPUTE_GROUP_NAMES,
  DISPUTE_GROUPS,
  type DisputeGroup,
  ENDING_RESULT_NAMES,
  ENDING_RESULTS,
  type EndingResult,
} from './dispute-results.ts';

/** How disputes are counted where the national text is silent (annual-report.md §6) [U]. */
export interface DisputeRules {
  readonly groups: Readonly<Record<EndingResult, DisputeGroup>>;
  readonly instances: CountedInstances;
  /** A judgment of first instance counts from the day on which it takes effect; else from that on which it is given. */
  readonly waitsForEffect: boolean;
  /** Working days to reply anew where a decision orders it without a period [U]. */
  readonly newReplyDays: number;
  /** What was received before 2024 keeps the periods of the law as it stood then [U]. */
  readonly keepsFormerLaw: boolean;
  /** Who was told no period to sue has a year at most [U]. */
  readonly lengthensUntoldSuits: boolean;
}

const groupsBy = (groupOf: (result: EndingResult) => DisputeGroup): DisputeRules['groups'] =>
  Object.fromEntries(
    ENDING_RESULT_NAMES.map((result) => [result, groupOf(result)]),
  ) as DisputeRules['groups'];

/** What holds where an organ has chosen nothing. */
export const DISPUTE_RULES: DisputeRules = {
  groups: groupsBy((result) => ENDING_RESULTS[result].group),
  instances: 'latest',
  waitsForEffect: true,
  newReplyDays: 20,
  keepsFormerLaw: true,
  lengthensUntoldSuits: true,
};

/** The rules that hold for an organ. */
export const disputeRulesFrom = (settings: SettingReader): DisputeRules => ({
  groups: groupsBy(
    (result) =>
      DISPUTE_GROUP_NAMES.find((group) => DISPUTE_GROUPS[group] === settings(`dispute.${result}`)) ??
      ENDING_RESULTS[result].group,
  ),
  instances: COUNTED_INSTANCES.find(({ words }) => words === settings('dispute.instances'))?.name ?? 'latest',
  waitsForEffect: settings('dispute.waitsForEffect'),
  newReplyDays: settings('dispute.newReplyDays'),
  keepsFormerLaw: settings('dispute.keepsFormerLaw'),
  lengthensUntoldSuits: settings('dispute.lengthensUntoldSuits'),
});
