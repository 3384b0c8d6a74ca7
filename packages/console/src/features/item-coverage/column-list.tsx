import { Link } from '@tanstack/react-router';
import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import { type ShownCoverage, StatementNote } from './item-list.tsx';
import type { StatedSubject } from './statement-dialog.tsx';

type Column = ShownCoverage['columns'][number];

const STATES: Readonly<Record<Column['freshness']['state'], readonly [string, string]>> = {
  fresh: ['success', '按时更新'],
  warning: ['warning', '快到更新时限'],
  stale: ['error', '超期未更新'],
  empty: ['error', '空白栏目'],
  untimed: ['default', '没有更新时限'],
};

interface Props {
  readonly shown: ShownCoverage;
  readonly onState: (subject: StatedSubject) => void;
}

function Row({ column, shown, onState }: Props & { readonly column: Column }): ReactNode {
  const { code, title, column: name, source, publicDocuments, freshness, statement } = column;
  const [color, words] = STATES[freshness.state];
  const mayState = shown.abilities.includes('coverage.state') && publicDocuments === 0 && statement === null;
  return (
    <li>
      <span>
        {name}
        <small className="quiet">
          {title}（{source}）
        </small>
        {freshness.state !== 'untimed' && <small className="quiet">{freshness.words}</small>}
        {publicDocuments > 0 && (
          <small>
            <Link to="/documents" search={{ organId: shown.organId, stage: 'public', catalogCode: code }}>
              公开中 {publicDocuments} 件
            </Link>
          </small>
        )}
        {statement !== null && <StatementNote shown={shown} statement={statement} />}
      </span>
      <span className="actions">
        <Tag color={color}>{words}</Tag>
        {mayState && (
          <Button
            onClick={() => onState({ title: name, about: { code } })}
            aria-label={`说明没有产生：${name}`}
          >
            说明没有产生
          </Button>
        )}
      </span>
    </li>
  );
}

/** The columns of 法定主动公开内容 (条例20, 21), each with what it shows and since when. */
export function ColumnList({ shown, onState }: Props): ReactNode {
  return (
    <ul className="rows">
      {shown.columns.map((column) => (
        <Row key={column.code} column={column} shown={shown} onState={onState} />
      ))}
    </ul>
  );
}
