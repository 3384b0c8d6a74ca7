import { type ReactNode, useId } from 'react';
import { shownMoment } from '../app/moments.ts';

export interface PastEvent {
  readonly sequence: number;
  readonly words: string;
  /** Said beneath it, such as the reason; empty: nothing. */
  readonly beneath: string;
  readonly by: string;
  readonly at: string;
}

/** Everything that was done to a thing, as it is told, the last first. */
export function HistoryCard({ events }: { readonly events: readonly PastEvent[] }): ReactNode {
  const headingId = useId();
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>经过</h2>
      <ul className="rows">
        {events.map(({ sequence, words, beneath, by, at }) => (
          <li key={sequence}>
            <span>
              {words}
              {beneath !== '' && <small className="as-written">{beneath}</small>}
              <small className="quiet">
                {by}，{shownMoment(at)}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is said beneath an event that has a reason. */
export const reasonWords = (reason: string): string => (reason === '' ? '' : `理由：${reason}`);
