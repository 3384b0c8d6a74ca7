import type { CivilDate } from '../kernel/civil-date.ts';
import { latestOf, type StatisticEntry, type StatisticMonth, signedVersionOf } from './statistic-entry.ts';
import { STATISTIC_KINDS, type StatisticKind } from './statistic-kinds.ts';
import { hasEnded, isAhead } from './statistic-months.ts';

type NamedMonth = StatisticMonth & { readonly kind: StatisticKind; readonly unit: string };

/** The figure in words: 2026年3月行政处罚（执法大队）. */
export const entryName = ({ year, month, kind, unit }: NamedMonth): string =>
  `${year}年${month}月${STATISTIC_KINDS[kind].title}${unit === '' ? '' : `（${unit}）`}`;

/**
 * Why a figure cannot be entered; `null` when it can. A draft may lack its source and its reason; both are asked for when
 * it is signed off.
 *
 * @param others everything entered for the same kind and month
 */
export function refuseEntering(
  wanted: NamedMonth & { readonly figure: number | null },
  others: readonly StatisticEntry[],
  today: CivilDate,
): string | null {
  if (isAhead(wanted, today)) return `${entryName(wanted)}：这个月还没有到，不能填报。`;
  const living = others.filter((entry) => latestOf(entry).figure !== null && entry.unit !== wanted.unit);
  if (wanted.figure === null) return null;
  if (wanted.unit === '' && living.length > 0) {
    return `${entryName(wanted)}已按科室填报（${living.map(({ unit }) => unit).join('、')}），不能再填全机关的数，否则会重复计算。`;
  }
  return wanted.unit !== '' && living.some(({ unit }) => unit === '')
    ? `${entryName({ ...wanted, unit: '' })}已按全机关填报，不能再按科室填，否则会重复计算。请先撤销全机关的数。`
    : null;
}

/** Everything against signing off what was entered last, each in a sentence; empty when it may be signed off. */
export function refuseSigningOff(entry: StatisticEntry, signer: string, today: CivilDate): readonly string[] {
  const latest = latestOf(entry);
  const name = entryName(entry);
  if (latest.signedBy !== null) return [`${name}已经签核。`];
  if (latest.returnedBy !== null) return [`${name}已经退回，等填报人修改后再签核。`];
  const signed = signedVersionOf(entry);
  const reasons: string[] = [];
  if (signed === null && latest.figure === null) reasons.push(`${name}已经撤销，不需要签核。`);
  // 统得出、报得准、可核查: a figure that one person alone made is not checked.
  if (latest.enteredBy === signer) reasons.push(`${name}是您本人填报的，须由另一人签核。`);
  if (!hasEnded(entry, today)) reasons.push(`${name}：本月还没有结束，数字还会变动，次月起方可签核。`);
  if (latest.source === '') reasons.push(`${name}没有写明数据来源，请填报人补充。`);
  if (signed !== null && latest.reason === '')
    reasons.push(`${name}是对已签核数字的更正，没有写明理由，请填报人补充。`);
  return reasons;
}

/**
 * Everything against sending back what was entered last; empty when it may be sent back. A lacking source or a month that
 * is still running is no hindrance here: it may be the very reason.
 */
export function refuseReturning(entry: StatisticEntry, person: string): readonly string[] {
  const latest = latestOf(entry);
  const name = entryName(entry);
  if (latest.signedBy !== null) return [`${name}已经签核，不能退回；发现有误的，请填报更正。`];
  if (latest.returnedBy !== null) return [`${name}已经退回，等填报人修改。`];
  if (signedVersionOf(entry) === null && latest.figure === null) return [`${name}已经撤销，不需要退回。`];
  return latest.enteredBy === person ? [`${name}是您本人填报的，直接修改即可，不用退回。`] : [];
}
