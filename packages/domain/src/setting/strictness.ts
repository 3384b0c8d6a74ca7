import { err, ok, type Result } from '../kernel/result.ts';
import type { SettingValue, Strictness } from './setting.ts';

function rank(strictness: Strictness, value: SettingValue): number {
  const number = Number(value);
  if (strictness === 'more') return number;
  return strictness === 'lessButZero' && number === 0 ? -Infinity : -number;
}

/** Whether a value asks for less than another. */
export const isLaxer = (strictness: Strictness, value: SettingValue, than: SettingValue): boolean =>
  rank(strictness, value) < rank(strictness, than);

/** The stricter of two values. */
export const stricterOf = <T extends SettingValue>(strictness: Strictness, a: T, b: T): T =>
  isLaxer(strictness, a, b) ? b : a;

function bound(strictness: Strictness, inherited: SettingValue): string {
  if (typeof inherited === 'boolean') return '不能取消';
  if (strictness === 'more') return `不能小于 ${inherited}`;
  return strictness === 'less' ? `不能大于 ${inherited}` : `不能大于 ${inherited}，也不能为 0`;
}

/** A value that a lower organ wants, or in Chinese why it may not be. */
export const asStrictAs = (
  strictness: Strictness,
  value: SettingValue,
  inherited: SettingValue,
): Result<SettingValue, string> =>
  isLaxer(strictness, value, inherited)
    ? err(`安全要求只能比上级机关更严：${bound(strictness, inherited)}`)
    : ok(value);
