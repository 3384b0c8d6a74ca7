import { recordAmendmentRoutes } from '@zhaoshi/contract/routes/record-amendments';
import { AMENDMENT_DECISIONS } from '@zhaoshi/domain/application/amendment-decision';
import { type ReactNode, useId } from 'react';
import { addressOf } from '../../app/api.ts';
import { shownDate, shownMoment } from '../../app/moments.ts';
import { LetterSheet } from '../../ui/letter-previews.tsx';
import { AmendmentDeliveries } from './amendment-deliveries.tsx';
import type { ShownAmendment } from './shown-amendment.ts';

interface LetterProps {
  readonly shown: ShownAmendment;
  readonly letter: NonNullable<ShownAmendment['letter']>;
}

function SentLetter({ shown, letter }: LetterProps): ReactNode {
  const { regionId, amendmentId } = shown;
  const { title, documentNumber, issuedOn, seenAt, blocks } = letter;
  const file = (format: 'docx' | 'pdf'): string =>
    addressOf(recordAmendmentRoutes.letterFile.path, {
      params: { regionId, amendmentId },
      query: { format },
    });
  return (
    <>
      <h3>
        {title} {documentNumber !== null && <span className="quiet">{documentNumber}</span>}
      </h3>
      <p>
        {shownDate(issuedOn)}发出，申请人
        {seenAt === null ? '还没有在网上查看' : `${shownMoment(seenAt)}在网上查看`}。
      </p>
      <AmendmentDeliveries shown={shown} letter={letter} />
      <p className="downloads">
        <a href={file('docx')} download>
          下载 Word<span className="for-readers">：{title}</span>
        </a>{' '}
        <a href={file('pdf')} download>
          下载 PDF<span className="for-readers">：{title}</span>
        </a>
      </p>
      <LetterSheet letter={blocks} />
    </>
  );
}

/** What was decided, by whom, and the letter that tells the applicant. */
export function AmendmentOutcome({ shown }: { readonly shown: ShownAmendment }): ReactNode {
  const headingId = useId();
  const { decision, letter } = shown;
  if (decision === null) return null;
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>办理结果</h2>
      <dl className="facts">
        <dt>决定</dt>
        <dd>{AMENDMENT_DECISIONS[decision.decision].title}</dd>
        <dt>日期</dt>
        <dd>{shownDate(decision.on)}</dd>
        <dt>经办人</dt>
        <dd>{decision.by}</dd>
      </dl>
      {letter !== null && <SentLetter shown={shown} letter={letter} />}
    </section>
  );
}
