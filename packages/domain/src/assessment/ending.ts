import { chineseDate } from '../kernel/chinese-date.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { AssessedPeriod } from './period.ts';
import type { AssessmentScore } from './score.ts';

/** What nobody has looked at of a unit: once the assessment has ended, nobody can any more. */
export interface UnratedUnit {
  readonly name: string;
  /** Codes of its vetoes. */
  readonly vetoes: readonly string[];
  readonly indicators: number;
}

export interface EndingFacts extends AssessedPeriod {
  readonly today: CivilDate;
  readonly openObjections: number;
  readonly units: readonly { readonly name: string; readonly score: AssessmentScore }[];
}

/** Whether and how an assessment may be ended on a day. */
export interface Ending {
  /** Why it may not, in words; `null`: it may. */
  readonly refusal: string | null;
  /** Before its last day: only with a reason, which is published with the results. */
  readonly isEarly: boolean;
  /** Units of which something was not looked at; whoever ends it goes on knowing that. */
  readonly unrated: readonly UnratedUnit[];
}

/** What nobody has looked at of a unit. */
export const unratedOf = ({ vetoes, indicators }: AssessmentScore): Omit<UnratedUnit, 'name'> => ({
  vetoes: vetoes.filter(({ state, isMet }) => state === 'notAssessable' && !isMet).map(({ code }) => code),
  indicators: indicators.filter(({ state }) => state === 'notAssessable').length,
});

/**
 * Whether an assessment may be ended. No article says when: before its first day there is nothing that counts, and an
 * objection without a ruling would stay without one; before its last day the results are of fewer days than was said, so
 * that it takes a reason that all may read. What nobody has looked at stays 未评 and makes no verdict untrue.
 */
export function endingOf({ startsOn, endsOn, today, openObjections, units }: EndingFacts): Ending {
  const unrated = units
    .map(({ name, score }) => ({ name, ...unratedOf(score) }))
    .filter(({ vetoes, indicators }) => vetoes.length + indicators > 0);
  return { refusal: refusalOf({ startsOn, today, openObjections }), isEarly: today < endsOn, unrated };
}

function refusalOf({
  startsOn,
  today,
  openObjections,
}: Pick<EndingFacts, 'startsOn' | 'today' | 'openObjections'>): string | null {
  if (today < startsOn) return `考核从${chineseDate(startsOn)}开始，还没有可以计分的工作，不能结束。`;
  if (openObjections > 0) return `还有 ${openObjections} 项异议没有裁定，考核不能结束。请先裁定。`;
  return null;
}

/** Named one by one up to here. */
const NAMED = 5;

/** What nobody has looked at, in words; empty when there is nothing. */
export function unratedWords(unrated: readonly UnratedUnit[]): string {
  if (unrated.length === 0) return '';
  const named = unrated.slice(0, NAMED).map(({ name, vetoes, indicators }) => {
    const parts = [
      ...(vetoes.length > 0 ? [`否决项${vetoes.join('、')}`] : []),
      ...(indicators > 0 ? [`${indicators} 个指标`] : []),
    ];
    return `${name}（${parts.join('，')}）`;
  });
  const more = unrated.length > NAMED ? `等 ${unrated.length} 个单位` : '';
  return `还没有评定的：${named.join('、')}${more}。`;
}

/** What whoever ends it has said. */
export interface EndingSaid {
  readonly earlyReason: string;
  readonly knowsUnrated: boolean;
}

/** What is missing before an assessment that may be ended is ended; `null`: nothing. */
export function missingForEnding(
  { isEarly, unrated }: Ending,
  { earlyReason, knowsUnrated }: EndingSaid,
): { readonly field: 'earlyReason' | 'knowsUnrated'; readonly words: string } | null {
  if (isEarly && earlyReason === '') {
    return { field: 'earlyReason', words: '还没有到截止日期，提前结束须写明理由' };
  }
  if (unrated.length > 0 && !knowsUnrated) {
    const words = `${unratedWords(unrated)}结束以后不能再评定；就此结束的，请勾选确认`;
    return { field: 'knowsUnrated', words };
  }
  return null;
}
