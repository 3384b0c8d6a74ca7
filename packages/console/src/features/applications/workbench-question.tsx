import { CheckOutlined, DownOutlined, RightOutlined } from '@ant-design/icons';
import type { ActType } from '@zhaoshi/domain/application/act';
import { TRANSITIONS } from '@zhaoshi/domain/application/transitions';
import { Button } from 'antd';
import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
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
  /** Beside the buttons of its acts. */
  readonly extra?: ReactNode;
  /** What belongs to it while it is the current one; later it stands with what was done. */
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

interface StepsProps {
  readonly title: string;
  readonly acts: readonly ActType[];
  readonly wordsOf: (type: ActType) => ReactNode;
}

/** Steps with a sentence each. */
function Steps({ title, acts, wordsOf }: StepsProps): ReactNode {
  if (acts.length === 0) return null;
  return (
    <>
      <h3>
        {title}（{acts.length}）
      </h3>
      <ul className="plain-list">
        {acts.map((type) => (
          <li key={type}>
            <b>{TRANSITIONS[type].title}</b>
            <span className="quiet">{wordsOf(type)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the question asks, what was done, and the law of every step: on request, so that the screen shows what can be done. */
function More({ question, shown, children }: Pick<Props, 'question' | 'shown' | 'children'>): ReactNode {
  const { asks, acts } = question;
  return (
    <div className="question-more">
      <p>{asks}</p>
      {children}
      <Done question={question} shown={shown} />
      <Steps
        title="法律依据"
        acts={acts.filter((type) => isNow(type, shown))}
        wordsOf={(type) => TRANSITIONS[type].law}
      />
      <Steps
        title="现在不能办理的步骤"
        acts={acts.filter((type) => !isNow(type, shown))}
        wordsOf={(type) => hindranceOf(type, shown)}
      />
    </div>
  );
}

/** Gives the focus back to the heading when the form under it is gone. */
function useReturningFocus(isOpen: boolean): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) heading.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return heading;
}

/** One question of the working order on one line: what can be done now; opened, what it asks and what was done. */
export function QuestionRow({ question, shown, open, onOpen, extra, children }: Props): ReactNode {
  const { number, title, asks, acts } = question;
  const [headingId, moreId] = [useId(), useId()];
  const [isMore, setMore] = useState(false);
  const form = open !== null && acts.includes(open.type) ? open : null;
  const heading = useReturningFocus(form !== null);
  const isCurrent = currentQuestion(shown.status) === question.id;
  const now = acts.filter((type) => isNow(type, shown));
  const done = shown.events.filter(({ type }) => acts.some((act) => act === type)).length;
  return (
    <section className={isCurrent ? 'question question-current' : 'question'} aria-labelledby={headingId}>
      <h2 id={headingId} ref={heading} tabIndex={-1}>
        {number !== '' && <span className="question-number">{number}</span>}
        {title}
        {isCurrent && <span className="question-now">现在在这里</span>}
      </h2>
      <div className="question-acts">
        {now.length === 0 && <span className="quiet nothing-now">现在没有可以办理的步骤</span>}
        {now.map((type) => (
          <ActButton key={type} type={type} shown={shown} onOpen={onOpen} />
        ))}
        {extra}
      </div>
      <Button
        type="text"
        aria-expanded={isMore}
        aria-controls={moreId}
        aria-label={`${title}的说明${done === 0 ? '' : `，已办${done}项`}`}
        icon={isMore ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
        onClick={() => setMore(!isMore)}
      >
        {done === 0 ? '说明' : `已办${done}项`}
      </Button>
      {isCurrent && !isMore && <p className="quiet question-asks">{asks}</p>}
      {isCurrent && !isMore && children}
      <div id={moreId} className="question-wide" hidden={!isMore}>
        {isMore && (
          <More question={question} shown={shown}>
            {children}
          </More>
        )}
      </div>
      {form !== null && (
        <ActForm key={JSON.stringify(form)} shown={shown} {...form} onClose={() => onOpen(null)} />
      )}
    </section>
  );
}
