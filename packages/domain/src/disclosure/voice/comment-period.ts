import type { CivilDate } from '../../kernel/civil-date.ts';
import { addDays } from '../../kernel/civil-date.ts';
import type { DocumentContent } from '../document-content.ts';
import { type PublicationContext, publicationDeadline } from '../periods/publication-deadline.ts';

/** Asked of drafts for which no law fixes a time, as the reference's default (决策条例15, 优化营商环境条例62). */
const USUAL_DAYS = 30;

/** 意见征集: from when until when a draft takes comments. */
export interface CommentPeriod {
  /** The last day, to its end in China. */
  readonly until: CivilDate;
  /** The last day of the shortest period that needs no reason. */
  readonly leastUntil: CivilDate;
  /** The document names an earlier day and no reason is stated: that day does not hold. */
  readonly lacksReason: boolean;
}

type DraftContent = Pick<DocumentContent, 'kind' | 'matter' | 'matterDays' | 'createdOn' | 'shownUntil'>;

/**
 * The period of a draft that went public on a day. It takes no fewer than 30 days; a shorter one holds only with its
 * reason, which the public reads (决策条例15; 优化营商环境条例62). Without a day of its own it ends with the shortest.
 *
 * @param reason why it is shorter; empty when nobody stated one
 * @returns `null` for what is no draft for comment
 */
export function commentPeriod(
  content: DraftContent,
  publishedOn: CivilDate,
  reason: string,
  context: PublicationContext,
): CommentPeriod | null {
  if (content.kind !== 'draftForComment') return null;
  const { matter, matterDays, createdOn, shownUntil } = content;
  const facts = { createdOn: createdOn ?? publishedOn, days: matterDays, shownFrom: publishedOn };
  const ruled = publicationDeadline(matter, facts, context).showing?.visibleUntil ?? null;
  const leastUntil = ruled ?? addDays(publishedOn, USUAL_DAYS);
  const wanted = shownUntil ?? leastUntil;
  const lacksReason = wanted < leastUntil && reason === '';
  return { until: lacksReason ? leastUntil : wanted, leastUntil, lacksReason };
}

/** Comments are taken to the end of the last day. */
export const isOpenOn = ({ until }: Pick<CommentPeriod, 'until'>, today: CivilDate): boolean =>
  today <= until;
