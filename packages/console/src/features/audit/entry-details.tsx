import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { auditRoutes } from '@zhaoshi/contract/routes/audit';
import { detailLabel, detailText } from '@zhaoshi/domain/audit/detail-words';
import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { withOrganNames } from './named-organs.ts';

/** An entry as the list has it. */
export type Entry = RouteOutput<typeof auditRoutes.list>['items'][number];

interface Props {
  readonly entry: Entry;
  readonly onClose: () => void;
  /** Shows only what was done to the same thing. */
  readonly onSubject: (subject: string) => void;
}

/** An entry as it was written and hashed. */
export function EntryDetails({ entry, onClose, onSubject }: Props): ReactNode {
  const { sequence, title, action, subject, recordedAt, actor, details, organNames, sha256, sm3 } = entry;
  return (
    <Modal open title={`第 ${sequence} 条：${title}`} footer={null} width={720} onCancel={onClose}>
      <dl className="facts">
        <dt>时间</dt>
        <dd>{shownMoment(recordedAt)}</dd>
        <dt>操作人</dt>
        <dd>{actor.name}</dd>
        <dt>事项代码</dt>
        <dd>
          <code>{action}</code>
        </dd>
        <dt>对象</dt>
        <dd>
          <code>{subject}</code>
          <Button size="small" onClick={() => onSubject(subject)}>
            只看这个对象的记录
          </Button>
        </dd>
        {Object.entries(details).map(([name, value]) => (
          <DetailRow
            key={name}
            name={detailLabel(name)}
            value={detailText(withOrganNames(value, organNames))}
          />
        ))}
        <dt>SHA-256</dt>
        <dd>
          <code>{sha256}</code>
        </dd>
        <dt>SM3</dt>
        <dd>
          <code>{sm3}</code>
        </dd>
      </dl>
    </Modal>
  );
}

function DetailRow({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <pre className="kept">{value}</pre>
      </dd>
    </>
  );
}
