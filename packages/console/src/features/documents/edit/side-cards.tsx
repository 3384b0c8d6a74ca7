import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { ShownDocument } from '../shown-document.ts';

interface LacksProps {
  readonly lacks: ShownDocument['lacks'];
  readonly isDirty: boolean;
  /** Leads to the field that is spoken of. */
  readonly onGo: (field: string) => void;
}

/** What is still needed before it can be submitted; saving never asks for it. */
export function LacksCard({ lacks, isDirty, onGo }: LacksProps): ReactNode {
  return (
    <section className="card" aria-labelledby="document-lacks">
      <h2 id="document-lacks">提交以前还缺</h2>
      {lacks.length === 0 ? (
        <p>已经齐全。</p>
      ) : (
        <ul className="lacks">
          {lacks.map(({ code, message, field }) => (
            <li key={code}>
              {field === undefined ? (
                message
              ) : (
                <Button type="link" className="derived" onClick={() => onGo(field.replace(/^content\./, ''))}>
                  {message}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {isDirty && <p className="quiet">按上次保存的内容列出，保存后更新。</p>}
    </section>
  );
}
