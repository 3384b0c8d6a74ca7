import type { PublicationRules } from '../disclosure/periods/period-rule.ts';
import type { MaskingRules } from '../disclosure/scan/masking.ts';
import type { SettingReader } from './application-rules.ts';

/** Lengths of publication periods for an organ; what the law fixes is in the table of periods. */
export const publicationRulesFrom = (settings: SettingReader): PublicationRules => ({
  budgetUnit: settings('publication.budgetPeriodUnit') === '工作日' ? 'workingDay' : 'calendarDay',
  creditPublicityDays: settings('publication.creditPublicityDays'),
  interpretationDays: settings('publication.interpretationDays'),
  interpretationAlarmDays: settings('publication.interpretationAlarmDays'),
  handoverDays: settings('publication.handoverDays'),
  internalDeliveryDays: settings('publication.internalDeliveryDays'),
  firstReminderDays: settings('publication.firstReminderDays'),
  secondReminderDays: settings('publication.secondReminderDays'),
  lastReminderDays: settings('publication.lastReminderDays'),
});

/** How an organ masks what the scan finds, where the law leaves it open. */
export const maskingRulesFrom = (settings: SettingReader): MaskingRules => ({
  minorNames: settings('publication.maskedMinorNames') === '留姓' ? 'surname' : 'all',
  accounts: settings('publication.maskedAccounts') === '留后四位' ? 'lastFour' : 'all',
});
