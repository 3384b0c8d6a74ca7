import { applicationLetterRoutes } from '@zhaoshi/contract/routes/application-letters';
import { DELIVERY_WAYS } from '@zhaoshi/domain/delivery/delivery';
import { type ReactNode, useId } from 'react';
import { addressOf } from '../../app/api.ts';
import { shownDate } from '../../app/moments.ts';
import type { ShownCase } from './shown-application.ts';
import { type SentLetter, sentLetters } from './workbench-case.ts';

const wayWords = (way: string): string =>
  Object.entries(DELIVERY_WAYS).find(([id]) => id === way)?.[1].title ?? way;

interface DownloadProps {
  readonly href: string;
  readonly words: string;
  /** The letter it belongs to, for people who hear the page. */
  readonly of: string;
}

const Download = ({ href, words, of }: DownloadProps): ReactNode => (
  <a href={href} download>
    {words}
    <span className="for-readers">：{of}</span>
  </a>
);

interface RowProps {
  readonly shown: ShownCase;
  readonly letter: SentLetter;
}

function LetterRow({ shown: { regionId, applicationId, form }, letter }: RowProps): ReactNode {
  const { letterId, title, documentNumber, issuedOn, delivered } = letter;
  const params = { regionId, applicationId, letterId };
  const file = (format: 'docx' | 'pdf'): string =>
    addressOf(applicationLetterRoutes.letterFile.path, { params, query: { format } });
  return (
    <li>
      <span>
        {title}
        {documentNumber !== null && <span className="quiet"> {documentNumber}</span>}
        <small className="quiet">{shownDate(issuedOn)}发出</small>
        {form !== null && (
          <small className="downloads">
            <Download href={file('docx')} words="Word" of={title} />
            <Download href={file('pdf')} words="PDF" of={title} />
            <Download
              href={addressOf(applicationLetterRoutes.proofOfDelivery.path, { params })}
              words="送达回证"
              of={title}
            />
          </small>
        )}
      </span>
      {delivered === null ? (
        <span className={letter.kind === 'acknowledgement' ? 'quiet' : 'late'}>尚未登记送达</span>
      ) : (
        <span>
          {[delivered, ...letter.redelivered].map(({ on, way }, place) => (
            <span key={`${on}${way}`} className="delivery">
              {place > 0 && '再次送达：'}
              {shownDate(on)}
              {wayWords(way)}
            </span>
          ))}
        </span>
      )}
    </li>
  );
}

/** The letters of the case and whether they reached whom they are for. */
export function LetterList({ shown }: { readonly shown: ShownCase }): ReactNode {
  const headingId = useId();
  const letters = sentLetters(shown);
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>文书</h2>
      {letters.length === 0 ? (
        <p className="quiet">还没有发出文书。</p>
      ) : (
        <ul className="rows">
          {letters.map((letter) => (
            <LetterRow key={letter.letterId} shown={shown} letter={letter} />
          ))}
        </ul>
      )}
    </section>
  );
}
