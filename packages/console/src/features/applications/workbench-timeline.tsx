import { TRANSITIONS } from '@zhaoshi/domain/application/transitions';
import { Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { shownDate, shownMoment } from '../../app/moments.ts';
import type { ShownCase } from './shown-application.ts';
import { actOf, type CaseEvent } from './workbench-case.ts';
import { eventFacts, eventTexts } from './workbench-event-words.ts';
import { VIEWS } from './workbench-view.ts';

interface EventProps {
  readonly event: CaseEvent;
  readonly shown: ShownCase;
  readonly withTexts: boolean;
}

function TimelineEvent({ event, shown, withTexts }: EventProps): ReactNode {
  const type = actOf(event);
  const facts = eventFacts(event, shown);
  const texts = withTexts ? eventTexts(event, shown) : [];
  return (
    <li>
      <p>
        <b>{type === null ? '登记申请' : TRANSITIONS[type].title}</b>
        <span className="figures">{shownDate(event.on)}</span>
        <span>{event.actor}</span>
      </p>
      {facts.length > 0 && <p>{facts.map(({ label, words }) => `${label}：${words}`).join('；')}</p>}
      {texts.length > 0 && (
        <dl className="said">
          {texts.map(({ label, words }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="kept">{words}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="quiet recorded">{shownMoment(event.recordedAt)}记入</p>
    </li>
  );
}

interface Props {
  readonly shown: ShownCase;
  readonly title: string;
  readonly events: readonly CaseEvent[];
  /** What stands instead of no events. */
  readonly none: string;
  /** What was written is shown from the start. */
  readonly opensTexts?: boolean;
}

function Timeline({ shown, title, events, none, opensTexts = false }: Props): ReactNode {
  const [withTexts, setWithTexts] = useState(opensTexts);
  const headingId = useId();
  const hasTexts = events.some(({ texts }) => texts !== null && Object.keys(texts).length > 0);
  return (
    <section className="card" aria-labelledby={headingId}>
      <div className="card-head">
        <h2 id={headingId}>{title}</h2>
        {hasTexts && (
          <Button size="small" aria-pressed={withTexts} onClick={() => setWithTexts(!withTexts)}>
            {withTexts ? '隐藏所写内容' : '显示所写内容'}
          </Button>
        )}
      </div>
      {events.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <ol className="timeline" reversed>
          {events.toReversed().map((event) => (
            <TimelineEvent key={event.sequence} event={event} shown={shown} withTexts={withTexts} />
          ))}
        </ol>
      )}
    </section>
  );
}

/** Everything that was done to the case, the newest first: who, when, what, in which words. */
export const History = ({ shown }: { readonly shown: ShownCase }): ReactNode => (
  <Timeline shown={shown} title={VIEWS.history} events={shown.events} none="还没有办理。" />
);

/** Every try to reach the applicant: the proof that the day of receipt was not put off (国办公开办函〔2015〕207号). */
export const Contacts = ({ shown }: { readonly shown: ShownCase }): ReactNode => (
  <Timeline
    shown={shown}
    title={VIEWS.contacts}
    events={shown.events.filter(({ type }) => type === 'logContact')}
    none="还没有登记联系。联系申请人以后，在“办理”的“收件与分办”中登记联系情况。"
    opensTexts
  />
);
