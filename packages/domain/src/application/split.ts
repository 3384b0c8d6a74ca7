import type { ApplicationState } from './application-state.ts';

/** Matters that one form is split into besides the one that stays; more of them are looked at by a person first. */
export const MOST_MATTERS = 20;

/**
 * Why a form with several matters is no longer split (国办函〔2020〕109号 第四条: 一事一申请 into 合理的最小单位);
 * `null` when it may be. What was told to the applicant was told of the whole.
 */
export function refuseSplit({ clock, consultations, draft, status }: ApplicationState): string | null {
  if (status !== 'registered' && status !== 'processing') return '只有登记后、办理中的申请才能拆分。';
  const isTold = clock.correctionUsed || clock.extensionUsed || clock.feeUsed || clock.deferredTo !== null;
  if (isTold || consultations.length > 0 || draft !== null) {
    return '已经就整件申请告知过补正、延期、收费，征求过意见或者拟写过答复，不能再拆分。';
  }
  return null;
}
