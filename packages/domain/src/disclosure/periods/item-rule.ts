import { parsePeriodWording } from '../item-catalog/period-wording.ts';
import type { Length, Limit, PeriodRule } from './period-rule.ts';

/**
 * The rule that a row of the organ's own 标准目录 promises in its 公开时限 (国办发〔2019〕54号). It can only shorten: 条例26 and the
 * special periods hold beside it. A wording that is not understood names no day and is shown as it is; one that gives
 * no number (及时, 长期公开, 每季度) names none either, and `null` is returned when it asks for no showing time.
 */
export function itemRule(wording: string): PeriodRule | null {
  const parsed = parsePeriodWording(wording);
  if (parsed.words === '') return null;
  const base = {
    audience: 'public',
    besideArticle26: true,
    source: '本机关的标准目录（国办发〔2019〕54号）',
    mark: 'local',
    validFrom: null,
    validTo: null,
    validFromMark: 'confirmed',
  } as const;
  if (parsed.kind === 'unparsed') {
    const limit: Limit = { kind: 'elsewhere', words: parsed.words };
    const note = '目录中的这一公开时限不能识别，没有计算到期日，请自行核对。';
    return { ...base, title: '标准目录的公开时限', limit, showing: null, note };
  }
  let limit: Limit = { kind: 'promptly' };
  let showing: Length | null = null;
  for (const period of parsed.periods) {
    if (period.kind === 'within') limit = { kind: 'within', length: period, from: period.from };
    if (period.kind === 'showing') showing = period;
  }
  return limit.kind === 'promptly' && showing === null
    ? null
    : { ...base, title: '标准目录的公开时限', limit, showing, note: null };
}
