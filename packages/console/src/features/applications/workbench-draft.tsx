import { applicationLetterRoutes } from '@zhaoshi/contract/routes/application-letters';
import { REVIEWS } from '@zhaoshi/domain/application/act';
import { OUTCOMES } from '@zhaoshi/domain/application/outcome';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import type { ReactNode } from 'react';
import { addressOf } from '../../app/api.ts';
import { LetterPreviewList } from '../../ui/letter-previews.tsx';
import { OutcomeFacts } from './acts/outcome-picker.tsx';
import { useLetterPreviews } from './acts/use-letters.ts';
import type { ShownCase } from './shown-application.ts';

/** While the reply can still change, it is shown as it would go out; afterwards it is among the letters. */
const isDrafted = ({ status }: ShownCase): boolean => status === 'drafting' || status === 'underReview';

/** The reply as it was drafted last, for those who review and approve it. */
export function DraftedReply({ shown }: { readonly shown: ShownCase }): ReactNode {
  const { draft, regionId, applicationId, form } = shown;
  const isOpen = draft !== null && form !== null && isDrafted(shown);
  const previews = useLetterPreviews(
    shown,
    isOpen ? { act: { type: 'submitReply', on: civilDateAt(new Date()) }, texts: {} } : null,
  );
  if (draft === null) return null;
  const sheet = addressOf(applicationLetterRoutes.approvalSheet.path, {
    params: { regionId, applicationId },
  });
  return (
    <div className="drafted">
      <h3>拟定的结果：{OUTCOMES[draft.outcome].title}</h3>
      <p className="reviews">
        {Object.entries(REVIEWS).map(([id, title]) => {
          const isDone = draft.reviews.includes(id);
          return (
            <span key={id} className={isDone ? 'review-done' : 'quiet'}>
              {title}：{isDone ? '已通过' : '未通过'}
            </span>
          );
        })}
        {form !== null && (
          <a href={sheet} download>
            审查呈批单（Word）
          </a>
        )}
      </p>
      <details>
        <summary>依据、证据和救济途径</summary>
        <OutcomeFacts outcome={draft.outcome} />
      </details>
      {previews.length > 0 && (
        <details>
          <summary>
            {previews.every(({ letter }) => letter !== null) ? '答复文书' : '答复文书（还缺内容）'}
          </summary>
          <LetterPreviewList previews={previews} />
        </details>
      )}
    </div>
  );
}
