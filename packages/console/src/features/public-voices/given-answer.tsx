import { ADOPTIONS } from '@zhaoshi/domain/disclosure/voice/voice-answer';
import { type ReactNode, useId } from 'react';
import { shownMoment } from '../../app/moments.ts';
import type { ShownVoice } from './shown-voice.ts';

interface Fact {
  readonly name: string;
  readonly words: string;
}

const fact = (name: string, words: string | null | undefined): readonly Fact[] =>
  words === null || words === undefined || words === '' ? [] : [{ name, words }];

/** What was decided, as whoever said it and the public read it. */
function factsOf(shown: ShownVoice): readonly Fact[] {
  const { shows, shownText, answer, fixedEdition, adoption, adoptionReason } = shown;
  return [
    ...fact('公开展示', shows === null ? null : shows ? '同信息一起公开展示' : '不予展示'),
    ...fact('公开展示的文字', shows === true ? shownText : null),
    ...fact('不予展示的理由', shows === false ? answer?.refusal : null),
    ...fact('答复', answer?.reply),
    ...fact('更正', fixedEdition === null ? null : `已在第 ${fixedEdition} 版更正`),
    ...fact('采纳情况', adoption === null ? null : ADOPTIONS[adoption]),
    ...fact('理由', adoptionReason),
  ];
}

/** The answer as it was given, and by whom. */
export function GivenAnswer({
  shown,
  children,
}: {
  readonly shown: ShownVoice;
  readonly children?: ReactNode;
}): ReactNode {
  const headingId = useId();
  const { answer, answeredAt } = shown;
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>办理结果</h2>
      <dl className="facts">
        {factsOf(shown).map(({ name, words }) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd className="voice-words">{words}</dd>
          </div>
        ))}
        {answer !== null && answeredAt !== null && (
          <div className="fact">
            <dt>办理人</dt>
            <dd>
              {answer.by}，{shownMoment(answeredAt)}
            </dd>
          </div>
        )}
      </dl>
      {children}
    </section>
  );
}
