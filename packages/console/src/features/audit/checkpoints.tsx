import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { auditRoutes } from '@zhaoshi/contract/routes/audit';
import { Button, type TableColumnsType } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownDate, shownMoment } from '../../app/moments.ts';
import { usePages } from '../../app/use-pages.ts';
import { DataTable } from '../../ui/data-table.tsx';

type Checkpoint = RouteOutput<typeof auditRoutes.checkpoints>['items'][number];

/** The same bytes as the file that the server exports. */
function save(checkpoint: Checkpoint): void {
  const text = `${JSON.stringify(checkpoint, null, 2)}\n`;
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `checkpoint-${checkpoint.day}.json`;
  link.click();
  URL.revokeObjectURL(address);
}

const COLUMNS: TableColumnsType<Checkpoint> = [
  { title: '日期', className: 'figures', render: (_value, { day }) => shownDate(day) },
  { title: '封存到第几条', dataIndex: 'sequence', className: 'figures' },
  { title: '签名时间', className: 'figures', render: (_value, { signedAt }) => shownMoment(signedAt) },
  {
    title: '操作',
    render: (_value, checkpoint) => (
      <Button size="small" aria-label={`下载 ${checkpoint.day} 的校验点`} onClick={() => save(checkpoint)}>
        下载
      </Button>
    ),
  },
];

function CheckpointTable(): ReactNode {
  const pages = usePages(auditRoutes.checkpoints, { query: { limit: 10 } });
  return (
    <DataTable
      caption="每日校验点"
      pages={pages}
      columns={COLUMNS}
      keyOf={({ day }) => day}
      empty="还没有校验点。系统每天凌晨生成前一日的校验点。"
    />
  );
}

/** The daily checkpoints, to be downloaded and kept off this host. */
export function Checkpoints(): ReactNode {
  const [shown, setShown] = useState(false);
  return (
    <div className="more">
      <Button type="link" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? '收起每日校验点' : '查看每日校验点'}
      </Button>
      {shown && <CheckpointTable />}
    </div>
  );
}
