import type { CivilDate } from '../../kernel/civil-date.ts';
import type { DocumentContent } from '../document-content.ts';
import { type PublicationContext, publicationDeadline } from './publication-deadline.ts';

/** Until when something must be seen. */
export interface LeastShowing {
  /** The last day, to its end. */
  readonly until: CivilDate;
  /** Where that day comes from, for people. */
  readonly words: string;
}

/**
 * The last day of a showing (公示期) of what went up on a day: what a special law or the document itself fixes, of both
 * the later; `null` where neither does.
 */
export function leastShowing(
  {
    matter,
    matterDays,
    createdOn,
    shownUntil,
  }: Pick<DocumentContent, 'matter' | 'matterDays' | 'createdOn' | 'shownUntil'>,
  shownFrom: CivilDate,
  context: PublicationContext,
): LeastShowing | null {
  const facts = { createdOn: createdOn ?? shownFrom, days: matterDays, shownFrom };
  const { showing } = publicationDeadline(matter, facts, context);
  const ruled = showing?.visibleUntil ?? null;
  if (ruled !== null && (shownUntil === null || ruled >= shownUntil)) {
    return { until: ruled, words: `公示期${showing?.words ?? ''}` };
  }
  return shownUntil === null ? null : { until: shownUntil, words: '文件写明的公示期' };
}
