import { REVIEWS } from '@zhaoshi/domain/application/act';
import { OUTCOMES } from '@zhaoshi/domain/application/outcome';
import type { ReactNode } from 'react';
import { letterDraft } from './acts/letter-draft.ts';
import { LetterPreview } from './acts/letter-preview.tsx';
import { OutcomeFacts } from './acts/outcome-picker.tsx';
import type { ShownCase } from './shown-application.ts';

/** The reply as it was drafted last, for those who review and approve it. */
export function DraftedReply({ shown }: { readonly shown: ShownCase }): ReactNode {
  const { draft, events } = shown;
  if (draft === null) return null;
  const written = events.findLast(({ type }) => type === 'draftReply');
  const letter =
    written?.texts == null
      ? null
      : letterDraft(
          'draftReply',
          { act: { ...written.facts, on: written.on }, texts: written.texts },
          shown,
          shown.dates.due,
        );
  const reviews = Object.entries(REVIEWS).map(([id, title]) => ({
    title,
    isDone: draft.reviews.includes(id),
  }));
  return (
    <div className="drafted">
      <h3>拟定的结果：{OUTCOMES[draft.outcome].title}</h3>
      <p className="reviews">
        {reviews.map(({ title, isDone }) => (
          <span key={title} className={isDone ? 'review-done' : 'quiet'}>
            {title}：{isDone ? '已通过' : '未通过'}
          </span>
        ))}
      </p>
      <details>
        <summary>依据、证据和救济途径</summary>
        <OutcomeFacts outcome={draft.outcome} />
      </details>
      {letter !== null && (
        <details>
          <summary>{letter.missing.length === 0 ? '答复文书' : '答复文书（尚不完整）'}</summary>
          <LetterPreview letter={letter} />
        </details>
      )}
    </div>
  );
}
