import { DOCUMENT_ACT_TEXTS } from '@zhaoshi/domain/disclosure/document-act';
import type { ReactNode } from 'react';
import { shownMoment } from '../../../app/moments.ts';
import type { ShownDocument } from '../shown-document.ts';

type ShownEvent = ShownDocument['history'][number];

function Event({ event: { type, title, at, by, facts, texts } }: { readonly event: ShownEvent }): ReactNode {
  const said = Object.entries(texts).filter(([, words]) => words !== '');
  return (
    <li>
      <p>
        <b>{title}</b>
        <span className="figures">{shownMoment(at)}</span>
        <span>{by}</span>
      </p>
      {facts.length > 0 && <p>{facts.map(({ label, words }) => `${label}：${words}`).join('；')}</p>}
      {said.length > 0 && (
        <dl className="said">
          {said.map(([key, words]) => (
            <div key={key}>
              <dt>{DOCUMENT_ACT_TEXTS[type][key]?.title ?? key}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

/** Everything that was done to the document, the newest first: who, when, what, in which words. */
export function HistoryCard({ shown: { history } }: { readonly shown: ShownDocument }): ReactNode {
  return (
    <section className="card" aria-labelledby="document-history">
      <h2 id="document-history">办理经过</h2>
      {history.length === 0 ? (
        <p className="quiet">还没有提交过。</p>
      ) : (
        <ol className="timeline" reversed>
          {history.toReversed().map((event) => (
            <Event key={event.sequence} event={event} />
          ))}
        </ol>
      )}
    </section>
  );
}
