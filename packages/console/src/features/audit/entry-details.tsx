import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { auditRoutes } from '@zhaoshi/contract/routes/audit';
import { detailLabel, detailText } from '@zhaoshi/domain/audit/detail-words';
import { Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { withOrganNames } from './named-organs.ts';

type Entry = RouteOutput<typeof auditRoutes.list>['items'][number];

/** An entry as it was written and hashed. */
export function EntryDetails({ entry }: { readonly entry: Entry }): ReactNode {
  const [open, setOpen] = useState(false);
  const { sequence, title, action, subject, recordedAt, actor, details, organNames, sha256, sm3 } = entry;
  return (
    <>
      <Button size="small" aria-label={`查看第 ${sequence} 条`} onClick={() => setOpen(true)}>
        查看
      </Button>
      <Modal
        open={open}
        title={`第 ${sequence} 条：${title}`}
        footer={null}
        width={720}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
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
    </>
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
