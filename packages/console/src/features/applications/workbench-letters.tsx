import { DELIVERY_WAYS } from '@zhaoshi/domain/delivery/delivery';
import { type ReactNode, useId } from 'react';
import { shownDate } from '../../app/moments.ts';
import type { ShownCase } from './shown-application.ts';
import { type SentLetter, sentLetters } from './workbench-case.ts';

const wayWords = (way: string): string =>
  Object.entries(DELIVERY_WAYS).find(([id]) => id === way)?.[1].title ?? way;

function LetterRow({ letter }: { readonly letter: SentLetter }): ReactNode {
  const { title, documentNumber, issuedOn, delivered } = letter;
  return (
    <li>
      <span>
        {title}
        {documentNumber !== null && <span className="quiet"> {documentNumber}</span>}
        <small className="quiet">{shownDate(issuedOn)}发出</small>
      </span>
      {delivered === null ? (
        <span className={letter.kind === 'acknowledgement' ? 'quiet' : 'late'}>尚未登记送达</span>
      ) : (
        <span>
          {shownDate(delivered.on)}
          {wayWords(delivered.way)}
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
            <LetterRow key={letter.letterId} letter={letter} />
          ))}
        </ul>
      )}
    </section>
  );
}
