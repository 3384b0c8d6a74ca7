import { CLOCK_RULES, type ClockRules } from '../application/clock/clock-rules.ts';
import type { IntakeRules } from '../application/intake.ts';
import type { MilestoneRules } from '../application/milestones.ts';
import { type FeeRules, perItemTariff } from '../fee/assess-fee.ts';
import { type SettingKey, type ValueOf } from './catalogue.ts';

/** The values that hold for an organ. */
export type SettingReader = <K extends SettingKey>(key: K) => ValueOf<K>;

/** Lengths of the clock's periods for an organ; what the 条例 fixes stays as it is. */
export const clockRulesFrom = (settings: SettingReader): ClockRules => ({
  ...CLOCK_RULES,
  correctionDays: settings('application.correctionDays'),
  restartsAfterPayment: settings('fee.restartsClock'),
  excludesReasons: settings('application.excludesReasons'),
});

/** What a reply must have gone through, and how much must have been searched. */
export const caseRulesFrom = (settings: SettingReader) => ({
  minimumSearchPlaces: settings('application.minimumSearchPlaces'),
  thirdPartyReliefDays: settings('application.thirdPartyReliefDays'),
  retentionYears: settings('application.retentionYears'),
  retentionYearsDisputed: settings('application.retentionYearsDisputed'),
  requiredReviews: [
    ...(settings('application.requiresLegalReview') ? (['legal'] as const) : []),
    ...(settings('application.requiresSecrecyReview') ? (['secrecy'] as const) : []),
  ],
  perItem: perItemTariff(feeRulesFrom(settings)),
});

export const intakeRulesFrom = (settings: SettingReader): IntakeRules => ({
  confirmationDays: settings('application.confirmationDays'),
  confirmationAlarmDays: settings('application.confirmationAlarmDays'),
  entryDays: settings('application.entryDays'),
});

export const milestoneRulesFrom = (settings: SettingReader): MilestoneRules => ({
  dispatchPercent: settings('application.dispatchPercent'),
  unitPercent: settings('application.unitPercent'),
  firstDays: settings('application.firstReminderDays'),
  secondDays: settings('application.secondReminderDays'),
  lastDays: settings('application.lastReminderDays'),
  correctionReminderDay: settings('application.correctionReminderDay'),
});

export const feeRulesFrom = (settings: SettingReader): FeeRules => ({
  monthByReceiptDate: settings('fee.monthByReceiptDate'),
  countsPerOrgan: settings('fee.countsPerOrgan'),
  sidesPerPage: settings('fee.sidesPerPage'),
  firstRisingYuan: settings('fee.firstRisingRate'),
});
