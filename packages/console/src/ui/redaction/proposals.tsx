import type { FoundAreas } from '@zhaoshi/contract/routes/redaction-fields';
import { Alert, Button } from 'antd';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { ProblemAlert } from '../problem-alert.tsx';
import { type DrawnMark, foundWords, isCovered, type Proposal } from './marks.ts';

const wordsOf = (text: string): readonly string[] =>
  text.split(/[\s,，、;；]+/).filter((word) => word !== '');

/** What was looked for in a file, and what came of it. */
export interface TextSearch {
  /** `null`: nothing yet. */
  readonly asked: readonly string[] | null;
  readonly onAsk: (words: readonly string[]) => void;
  /** Of what was asked last. */
  readonly found: FoundAreas | undefined;
  readonly isLooking: boolean;
  readonly error: Error | null;
}

interface Props {
  readonly search: TextSearch;
  readonly marks: readonly DrawnMark[];
  readonly onTake: (proposals: readonly Proposal[]) => void;
}

/** Finds numbers, addresses and given words, each taken over by one click; nothing is covered by itself. */
export function Proposals({ search, marks, onTake }: Props): ReactNode {
  const [text, setText] = useState('');
  const [inputId, helpId] = [useId(), useId()];
  const { asked, onAsk, found, isLooking, error } = search;
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    onAsk(wordsOf(text));
  };
  const areas = found?.areas ?? [];
  const open = areas.filter((area) => !isCovered(area, marks));
  const kinds = [...new Set(open.map(({ found: kind }) => kind))];
  return (
    <>
      <form className="find-words" onSubmit={ask}>
        <label htmlFor={inputId}>另外查找的词</label>
        <input
          id={inputId}
          type="text"
          value={text}
          maxLength={400}
          aria-describedby={helpId}
          autoComplete="off"
          onChange={({ target }) => setText(target.value)}
        />
        <Button htmlType="submit" loading={asked !== null && isLooking}>
          查找建议
        </Button>
        <small id={helpId} className="quiet">
          自动查找证件号、银行账号、手机号、住址；姓名等请在上面填写，用空格隔开。建议可能有遗漏，请逐页核对。
        </small>
      </form>
      <ProblemAlert error={error} title="没有查找" />
      <div role="status">
        {asked !== null && found !== undefined && !isLooking && (
          <p>
            {areas.length === 0
              ? '没有找到需要建议的内容，请逐页核对。'
              : `找到 ${areas.length} 处，其中 ${open.length} 处还没有遮盖。`}
          </p>
        )}
      </div>
      {found !== undefined && found.unsearchedPages.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`第${found.unsearchedPages.join('、')}页是扫描件，里面的文字查找不到，请人工核对。`}
        />
      )}
      {kinds.length > 0 && (
        <ul className="rows">
          {kinds.map((kind) => {
            const these = open.filter((area) => area.found === kind);
            return (
              <li key={kind}>
                <span>
                  {foundWords(kind)}：{these.length}处
                  <small className="quiet">
                    第{[...new Set(these.map(({ page }) => page))].join('、')}页
                  </small>
                </span>
                <Button size="small" onClick={() => onTake(these)}>
                  遮盖这{these.length}处<span className="for-readers">{foundWords(kind)}</span>
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
