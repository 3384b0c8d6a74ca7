import { REPORT_ACT_TEXTS } from '@zhaoshi/domain/annual-report/work/report-act';
import type { ReactNode } from 'react';
import { shownMoment } from '../../app/moments.ts';
import type { ShownReport } from './shown-report.ts';

type ShownEvent = ShownReport['events'][number];

function Event({ event: { type, title, at, by, texts } }: { readonly event: ShownEvent }): ReactNode {
  const said = Object.entries(texts).filter(([, words]) => words !== '');
  return (
    <li>
      <p>
        <b>{title}</b>
        <span className="figures">{shownMoment(at)}</span>
        <span>{by}</span>
      </p>
      {said.length > 0 && (
        <dl className="said">
          {said.map(([key, words]) => (
            <div key={key}>
              <dt>{REPORT_ACT_TEXTS[type][key]?.title ?? key}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

/** Everything that was done to the report, the newest first. */
export const HistoryCard = ({ shown: { events } }: { readonly shown: ShownReport }): ReactNode => (
  <section className="card" aria-labelledby="report-history">
    <h2 id="report-history">办理经过</h2>
    {events.length === 0 ? (
      <p className="quiet">还没有办理过；保存草稿不记入经过。</p>
    ) : (
      <ol className="timeline" reversed>
        {events.toReversed().map((event) => (
          <Event key={event.sequence} event={event} />
        ))}
      </ol>
    )}
  </section>
);
