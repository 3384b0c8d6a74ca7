import { OFFICIAL_YEARS } from '@zhaoshi/domain/calendar/official-years';
import { createCalendar } from '@zhaoshi/domain/calendar/working-calendar';
import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import { type CommentPeriod, commentPeriod } from '@zhaoshi/domain/disclosure/voice/comment-period';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { publicationRulesFrom } from '@zhaoshi/domain/setting/publication-rules';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';

/**
 * By the calendars that came with the program and without settings: portal and console, which reads more, say the same
 * day, and a period of comments depends on no setting.
 */
const CONTEXT = { calendar: createCalendar(OFFICIAL_YEARS), rules: publicationRulesFrom(settingsAt('', [])) };

/**
 * 意见征集 of a public document; `null` for what is no draft.
 *
 * @param publishedAt when this edition went public
 * @param reason why it is shorter than the rules ask for; empty without one
 */
export const draftPeriod = (
  content: DocumentContent,
  publishedAt: Date,
  reason: string,
): CommentPeriod | null => commentPeriod(content, civilDateAt(publishedAt), reason, CONTEXT);
