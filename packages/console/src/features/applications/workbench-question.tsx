import { CheckOutlined } from '@ant-design/icons';
import type { ActType } from '@zhaoshi/domain/application/act';
import { TRANSITIONS } from '@zhaoshi/domain/application/transitions';
import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import { shownDate } from '../../app/moments.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ActForm } from './acts/act-form.tsx';
import { NOTHING_GIVEN, type OpenedAct } from './acts/act-values.ts';
import type { ShownCase } from './shown-application.ts';
import { actOf } from './workbench-case.ts';
import { eventFacts } from './workbench-event-words.ts';
import { currentQuestion, hindranceOf, isNow, type Question } from './workbench-questions.ts';

interface Props {
  readonly question: Question;
  readonly shown: ShownCase;
  /** The act whose form is open, wherever it is. */
  readonly open: OpenedAct | null;
  readonly onOpen: (opened: OpenedAct | null) => void;
  readonly children?: ReactNode;
}

/** What was done already in answer to a question, the newest last. */
function Done({ question: { acts }, shown }: Pick<Props, 'question' | 'shown'>): ReactNode {
  const done = shown.events.flatMap((event) => {
    const type = actOf(event);
    return type !== null && acts.includes(type) ? [{ event, type }] : [];
  });
  if (done.length === 0) return null;
  return (
    <ul className="done">
      {done.map(({ event, type }) => (
        <li key={event.sequence}>
          <CheckOutlined aria-hidden /> {TRANSITIONS[type].title}
          <span className="quiet figures">
            {shownDate(event.on)}
            {eventFacts(event, shown).map(({ label, words }) => `；${label}：${words}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function ActButton({ type, shown, onOpen }: { type: ActType } & Pick<Props, 'shown' | 'onOpen'>): ReactNode {
  return (
    <AbilityButton
      needs="application.handle"
      abilities={shown.abilities}
      hindrance={hindranceOf(type, shown)}
      onClick={() => onOpen({ type, given: NOTHING_GIVEN })}
    >
      {TRANSITIONS[type].title}
    </AbilityButton>
  );
}

/** Steps of the question that belong to another status: told on request, so that the screen shows what can be done. */
function Others({ acts, shown }: { readonly acts: readonly ActType[] } & Pick<Props, 'shown'>): ReactNode {
  if (acts.length === 0) return null;
  return (
    <details className="former">
      <summary>现在不能办理的步骤（{acts.length}）</summary>
      <ul className="plain-list">
        {acts.map((type) => (
          <li key={type}>
            <b>{TRANSITIONS[type].title}</b>
            <span className="quiet">{hindranceOf(type, shown)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** One question of the working order: what it asks, what was done, and what can be done now. */
export function QuestionCard({ question, shown, open, onOpen, children }: Props): ReactNode {
  const { id, number, title, asks, acts } = question;
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const form = open !== null && acts.includes(open.type) ? open : null;
  const wasOpen = useRef(form !== null);
  useEffect(() => {
    // The form is gone, and the focus with it.
    if (wasOpen.current && form === null) heading.current?.focus();
    wasOpen.current = form !== null;
  }, [form]);
  const isCurrent = currentQuestion(shown.status) === id;
  const now = acts.filter((type) => isNow(type, shown));
  return (
    <section
      id={`question-${id}`}
      className={isCurrent ? 'card question question-current' : 'card question'}
      aria-labelledby={headingId}
    >
      <h2 id={headingId} ref={heading} tabIndex={-1}>
        {number !== '' && <span className="question-number">{number}</span>}
        {title}
        {isCurrent && <span className="question-now">现在在这里</span>}
      </h2>
      <p className="quiet">{asks}</p>
      {children}
      <Done question={question} shown={shown} />
      {form === null ? (
        <ul className="act-rows">
          {now.map((type) => (
            <li key={type}>
              <ActButton type={type} shown={shown} onOpen={onOpen} />
              <span className="quiet">{TRANSITIONS[type].law}</span>
            </li>
          ))}
        </ul>
      ) : (
        <ActForm key={JSON.stringify(form)} shown={shown} {...form} onClose={() => onOpen(null)} />
      )}
      <Others acts={acts.filter((type) => !isNow(type, shown))} shown={shown} />
    </section>
  );
}
