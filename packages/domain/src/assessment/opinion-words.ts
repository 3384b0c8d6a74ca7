import { chineseDate } from '../kernel/chinese-date.ts';
import { civilDateAt } from '../kernel/civil-date.ts';
import { lengthWords, OPINION_TIMERS, type OpinionClock } from '../opinion/clocks.ts';

/** Clocks that were not kept; those that run or were not owed are no findings. */
const isMissed = ({ state }: OpinionClock): boolean => state === 'late' || state === 'overdue';

/**
 * What an event of public opinion costs (国办发〔2016〕80号, 国办发〔2016〕61号); `null`: its clocks were kept, or still run.
 * What the event was about is not said: its page says it.
 */
export function missedClocks(foundAt: Date, clocks: readonly OpinionClock[]): string | null {
  const missed = clocks.filter(isMissed).map(({ timer, dueAt, doneAt }) => {
    const { title, hours } = OPINION_TIMERS[timer];
    const how = doneAt === null ? '仍没有' : `超时 ${lengthWords(doneAt.getTime() - dueAt.getTime())}`;
    return `${title}应在 ${hours} 小时内，${how}`;
  });
  if (missed.length === 0) return null;
  return `${chineseDate(civilDateAt(foundAt))}发现的政务舆情：${missed.join('；')}`;
}
