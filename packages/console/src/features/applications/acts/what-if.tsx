import { refusalAdvice } from '@zhaoshi/domain/application/refusal-advice';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import type { ShownCase } from '../shown-application.ts';
import type { WhatIfAnswer } from './use-what-if.ts';
import { changesOf } from './what-if-words.ts';

interface Props {
  readonly shown: ShownCase;
  readonly whatIf: WhatIfAnswer;
}

/** What would follow from the act as it is entered, or everything that stands against it; nothing is done yet. */
export function WhatIfCard({ shown, whatIf: { data, isFetching, error } }: Props): ReactNode {
  const advice = refusalAdvice(data?.refusals.map(({ code }) => code) ?? []);
  return (
    <section className="what-if" aria-label="办理预览" aria-live="polite" aria-busy={isFetching}>
      <h4>这样办理以后（预览，尚未办理）</h4>
      <ProblemAlert error={error} />
      {data === undefined && error === null && (
        <p className="quiet">
          {isFetching ? '正在推算……' : '填好以上各项后，这里会显示状态和期限怎样变化。'}
        </p>
      )}
      {data !== undefined && data.refusals.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title="现在这样办理不会被接受"
          description={
            <>
              <ul>
                {data.refusals.map(({ code, message }) => (
                  <li key={`${code} ${message}`}>{message}</li>
                ))}
              </ul>
              {advice !== '' && <p>{advice}</p>}
            </>
          }
        />
      )}
      {data !== undefined && data.refusals.length === 0 && <Changes changes={changesOf(shown, data)} />}
      {data?.warnings.map((words) => (
        <Alert key={words} className="problem" type="warning" showIcon title={words} />
      ))}
    </section>
  );
}

function Changes({ changes }: { readonly changes: ReturnType<typeof changesOf> }): ReactNode {
  if (changes.length === 0) return <p>状态和期限都不变，只记入案卷。</p>;
  return (
    <dl>
      {changes.map(({ label, before, after }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <span className="quiet">{before}</span> <span aria-hidden>→</span>
            <span className="for-readers">变为</span> <b>{after}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}
