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

/** "1、", "（2）", "③", "一、" at the beginning of a piece. */
const MARKER = /^\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[）)、]|[.．](?!\d))|[①-⑳])\s*/;

/** Before each of these a new piece may begin. */
const PIECES = /(?<=[\n；;。：:])/;

const trimmed = (text: string): string =>
  text
    .trim()
    .replace(/[；;]$/, '')
    .trim();

/**
 * The matters of a form that numbers them itself; empty where it names fewer than two. What stands before the first
 * introduces all of them. Only suggested: a person decides (applications.md §14 [U]).
 */
export function numberedMatters(description: string): readonly string[] {
  const matters: string[] = [];
  for (const piece of description.split(PIECES)) {
    const isNew = MARKER.test(piece);
    if (isNew) matters.push(piece.replace(MARKER, ''));
    else if (matters.length > 0) matters.push(`${matters.pop() ?? ''}${piece}`);
  }
  const found = matters.map(trimmed).filter((text) => text !== '');
  return found.length < 2 ? [] : found.slice(0, MOST_MATTERS + 1);
}
