import { DOCUMENT_KINDS } from '@zhaoshi/domain/disclosure/document-kind';
import { isOpenOn } from '@zhaoshi/domain/disclosure/voice/comment-period';
import { ADOPTIONS } from '@zhaoshi/domain/disclosure/voice/voice-answer';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { voicePath } from '@zhaoshi/portal/paths';
import type { CommentPeriodView, DocumentVoices, ShownVoice } from '@zhaoshi/portal/voice-views';
import type { PublishedDatabase } from '../db/queries/published.ts';
import { type PublishedDocumentRow, publishedContent } from '../db/queries/published-documents.ts';
import { publishedCommentFacts, publishedVoices, questionKinds } from '../db/queries/published-voices.ts';
import { draftPeriod } from '../use-cases/voice/draft-period.ts';
import type { PortalSource } from './portal-pages-site.ts';

/** 意见征集 of a public document as the public sees it today; `null` for what is no draft. */
export async function loadPeriod(
  database: PublishedDatabase,
  row: PublishedDocumentRow,
): Promise<CommentPeriodView | null> {
  const facts = await publishedCommentFacts(database, row);
  if (facts === undefined) return null;
  const reason = facts.reason ?? '';
  const period = draftPeriod(publishedContent(row), row.published_at, reason);
  return (
    period && {
      until: period.until,
      // The day of the database's clock, which decides what is public.
      isOpen: isOpenOn(period, row.today as CivilDate),
      reason: period.until < period.leastUntil && reason !== '' ? reason : null,
      comments: facts.comments,
    }
  );
}

/** Whether the organ at a path lets the public ask about such a document. */
export const takesQuestions = async (
  database: PublishedDatabase,
  { kind }: Pick<PublishedDocumentRow, 'kind'>,
  organPath: string,
): Promise<boolean> =>
  kind !== 'draftForComment' && (await questionKinds(database, organPath)).has(DOCUMENT_KINDS[kind]);

/** What the public may say of a document, and what is shown of what it said. */
export async function loadVoices(
  { published }: PortalSource,
  row: PublishedDocumentRow,
  { path, organPath }: { readonly path: string; readonly organPath: string },
): Promise<DocumentVoices> {
  const [period, mayAsk, rows] = await Promise.all([
    loadPeriod(published, row),
    takesQuestions(published, row, organPath),
    publishedVoices(published, row),
  ]);
  return {
    period,
    commentPath: period?.isOpen === true ? voicePath('comment', path) : null,
    questionPath: mayAsk ? voicePath('question', path) : null,
    shown: rows.map(
      ({ kind, received_at, shown_text, shown_reply, adoption, adoption_reason }): ShownVoice => ({
        kind,
        receivedOn: civilDateAt(received_at),
        text: shown_text,
        reply: shown_reply,
        adoption:
          adoption === null
            ? null
            : [ADOPTIONS[adoption], adoption_reason].filter((words) => words !== '').join('。'),
      }),
    ),
  };
}
