import { TRANSITIONS } from '@zhaoshi/domain/application/transitions';
import { Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { shownDate, shownMoment } from '../../app/moments.ts';
import type { ShownCase } from './shown-application.ts';
import { actOf, type CaseEvent } from './workbench-case.ts';
import { eventFacts, eventTexts } from './workbench-event-words.ts';

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

/** Everything that was done to the case, the newest first: who, when, what, in which words. */
export function Timeline({ shown }: { readonly shown: ShownCase }): ReactNode {
  const [withTexts, setWithTexts] = useState(false);
  const headingId = useId();
  const { events } = shown;
  const hasTexts = events.some(({ texts }) => texts !== null && Object.keys(texts).length > 0);
  return (
    <section className="card" aria-labelledby={headingId}>
      <div className="card-head">
        <h2 id={headingId}>办理经过</h2>
        {hasTexts && (
          <Button size="small" aria-pressed={withTexts} onClick={() => setWithTexts(!withTexts)}>
            {withTexts ? '隐藏所写内容' : '显示所写内容'}
          </Button>
        )}
      </div>
      <ol className="timeline" reversed>
        {events.toReversed().map((event) => (
          <TimelineEvent key={event.sequence} event={event} shown={shown} withTexts={withTexts} />
        ))}
      </ol>
    </section>
  );
}
