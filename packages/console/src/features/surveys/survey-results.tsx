import { tooFewSheets } from '@zhaoshi/domain/survey/survey-box';
import { type ReactNode, useId } from 'react';
import type { ShownSurvey } from './shown-survey.ts';

type QuestionResult = NonNullable<ShownSurvey['results']>[number];

function Result({ result, place }: { readonly result: QuestionResult; readonly place: number }): ReactNode {
  const { question, choices, average, texts } = result;
  return (
    <li>
      <h3>
        {place + 1}．{question}
      </h3>
      {average !== null && <p>平均 {(average / 100).toFixed(2)} 分（满分 5 分）。</p>}
      {choices.length > 0 && (
        <table className="plain survey-choices">
          <thead>
            <tr>
              <th scope="col">选项</th>
              <th scope="col">份数</th>
              <th scope="col">占答卷</th>
            </tr>
          </thead>
          <tbody>
            {choices.map(({ label, count, permille }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{count}</td>
                <td>{(permille / 10).toFixed(1)}%</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {choices.length === 0 && texts.length === 0 && <p className="quiet">没有人写。</p>}
      {texts.length > 0 && (
        <ul aria-label={`第 ${place + 1} 题写的意见`}>
          {texts.map((text, index) => (
            <li key={`${index} ${text}`}>{text}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

const noneYet = (shown: ShownSurvey): string | null =>
  shown.status === 'draft' || shown.status === 'open'
    ? '结束以后才显示结果：边答边看，能看出每个人填了什么。'
    : tooFewSheets(shown);

/** What all said together. */
export function SurveyResults({ shown }: { readonly shown: ShownSurvey }): ReactNode {
  const headingId = useId();
  const { results, sheets, paper, response } = shown;
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>结果</h2>
      <p>
        收到答卷 {sheets} 份，其中纸质 {paper} 份。
      </p>
      {results === null ? (
        <p className="quiet">{noneYet(shown)}</p>
      ) : (
        <ol className="plain-list survey-results">
          {results.map((result, place) => (
            <Result key={`${place} ${result.question}`} result={result} place={place} />
          ))}
        </ol>
      )}
      {response !== '' && (
        <>
          <h3>对评议意见的回应</h3>
          <p className="as-written">{response}</p>
        </>
      )}
    </section>
  );
}
