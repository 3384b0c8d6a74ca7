import {
  REDACTION_GROUND_IDS,
  REDACTION_GROUNDS,
  type RedactionGround,
} from '@zhaoshi/domain/application/redaction';
import { Button } from 'antd';
import { type ReactNode, useId } from 'react';
import type { DrawnMark } from './marks.ts';

const isGround = (text: string): text is RedactionGround => REDACTION_GROUND_IDS.some((id) => id === text);

interface GroundProps {
  readonly ground: RedactionGround;
  readonly reason: string;
  readonly onChange: (change: { readonly ground?: RedactionGround; readonly reason?: string }) => void;
}

/** Why a part is withheld: the ground with its article, and what the applicant is told of it. */
export function GroundFields({ ground, reason, onChange }: GroundProps): ReactNode {
  const [groundId, reasonId] = [useId(), useId()];
  return (
    <div className="ground-fields">
      <label htmlFor={groundId}>依据</label>
      <select
        id={groundId}
        value={ground}
        onChange={({ target }) => {
          if (isGround(target.value)) onChange({ ground: target.value });
        }}
      >
        {REDACTION_GROUND_IDS.map((id) => (
          <option key={id} value={id}>
            {REDACTION_GROUNDS[id].title}（{REDACTION_GROUNDS[id].article}）
          </option>
        ))}
      </select>
      <label htmlFor={reasonId}>理由</label>
      <input
        id={reasonId}
        type="text"
        maxLength={300}
        value={reason}
        placeholder="遮盖的是什么，不写出内容"
        autoComplete="off"
        onChange={({ target }) => onChange({ reason: target.value })}
      />
    </div>
  );
}

interface Props {
  readonly marks: readonly { readonly mark: DrawnMark; readonly label: string }[];
  readonly chosen: string | null;
  readonly onGo: (mark: DrawnMark) => void;
  readonly onChange: (mark: DrawnMark) => void;
  readonly onRemove: (markId: string) => void;
}

/** Every mark with its ground and reason, in the order of their numbers. */
export function MarkList({ marks, chosen, onGo, onChange, onRemove }: Props): ReactNode {
  if (marks.length === 0) {
    return (
      <p className="quiet">
        还没有遮盖框。在页面上按住鼠标拖出方框，或者按“添加遮盖框”后用键盘移动；也可以先查找建议。
      </p>
    );
  }
  return (
    <ol className="mark-list">
      {marks.map(({ mark, label }) => (
        <li key={mark.markId} {...(mark.markId === chosen && { className: 'mark-row-chosen' })}>
          <fieldset>
            <legend>
              遮盖框{label}（第 {mark.page} 页）
            </legend>
            <div className="actions">
              <Button size="small" aria-label={`看位置：遮盖框${label}`} onClick={() => onGo(mark)}>
                看位置
              </Button>
              <Button size="small" aria-label={`删除遮盖框${label}`} onClick={() => onRemove(mark.markId)}>
                删除
              </Button>
            </div>
            <GroundFields {...mark} onChange={(change) => onChange({ ...mark, ...change })} />
          </fieldset>
        </li>
      ))}
    </ol>
  );
}
