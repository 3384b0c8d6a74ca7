import { chineseSpan, unstopped } from '@zhaoshi/domain/kernel/chinese-date';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';
import type { ShownOverview, ShownUnit } from './shown-assessment.ts';

type Counted = Pick<
  ShownOverview | ShownUnit,
  'startsOn' | 'endsOn' | 'countedUpTo' | 'state' | 'earlyReason'
>;

/** The days whose work is counted, as a sentence; of one that was ended early also why. */
export function CountedDays({ shown }: { readonly shown: Counted }): ReactNode {
  const { startsOn, endsOn, countedUpTo, state, earlyReason } = shown;
  if (state === 'running') {
    return `考核${chineseSpan(startsOn, endsOn)}的工作，按现在的登记簿计到${shownDate(countedUpTo)}。`;
  }
  const early =
    countedUpTo < endsOn ? `（原定到${shownDate(endsOn)}，提前结束：${unstopped(earlyReason)}）` : '';
  return `考核${chineseSpan(startsOn, countedUpTo)}的工作${early}。`;
}
