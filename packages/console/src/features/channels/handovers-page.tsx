import { handoverRoutes } from '@zhaoshi/contract/routes/handovers';
import { READING_PLACES } from '@zhaoshi/domain/disclosure/document-act';
import { type TableColumnsType, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { addressOf } from '../../app/api.ts';
import { shownDate } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { usePages } from '../../app/use-pages.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import type { Handover } from './handover.ts';
import { PendingHandovers } from './pending-handovers.tsx';
import { ReceiptDialog } from './receipt-dialog.tsx';
import './channels.css';

function Package({
  row: { regionId, handoverId, receiver, handedOn },
}: {
  readonly row: Handover;
}): ReactNode {
  return (
    <a href={addressOf(handoverRoutes.package.path, { params: { regionId, handoverId } })} download>
      移交包
      <span className="for-readers">
        ：{handedOn}移交{receiver}
      </span>
    </a>
  );
}

function Receipt({
  row,
  onReceive,
}: {
  readonly row: Handover;
  readonly onReceive: (row: Handover) => void;
}) {
  const { receipt, receivedOn, receiver, abilities } = row;
  if (receivedOn !== null)
    return (
      <>
        {receipt}
        <small className="under quiet">{shownDate(receivedOn)}</small>
      </>
    );
  return (
    <AbilityButton size="small" needs="channel.manage" abilities={abilities} onClick={() => onReceive(row)}>
      登记回执<span className="for-readers">：{receiver}</span>
    </AbilityButton>
  );
}

function Count({ row: { count, withdrawn } }: { readonly row: Handover }): ReactNode {
  return (
    <>
      {count} 件{withdrawn > 0 && <Tag color="error">其中 {withdrawn} 件已撤回，须通知取出</Tag>}
    </>
  );
}

const where = ({ receiver, place }: Handover): ReactNode => (
  <>
    {receiver}
    <small className="under quiet">{READING_PLACES[place]}</small>
  </>
);

/** What waits to be handed over, and the register of what was. */
export function HandoversPage(): ReactNode {
  const { organ } = useSession();
  const [received, setReceived] = useState<Handover | null>(null);
  const pages = usePages(handoverRoutes.list, { query: {} });
  const columns: TableColumnsType<Handover> = [
    {
      title: '移交日期',
      width: '9rem',
      className: 'figures',
      render: (_value, { handedOn }) => shownDate(handedOn),
    },
    { title: '接收单位', render: (_value, row) => where(row) },
    { title: '件数', width: '16rem', render: (_value, row) => <Count row={row} /> },
    { title: '经办人', width: '8rem', render: (_value, { madeBy }) => madeBy },
    { title: '回执', width: '12rem', render: (_value, row) => <Receipt row={row} onReceive={setReceived} /> },
    { title: '文件', width: '7rem', render: (_value, row) => <Package row={row} /> },
  ];
  return (
    <>
      <PageHeader />
      {organ !== null && <PendingHandovers organ={{ regionId: organ.regionId, organId: organ.organId }} />}
      <section className="card">
        <h2>移交登记</h2>
        <DataTable
          caption="移交登记"
          pages={pages}
          columns={columns}
          keyOf={({ handoverId }) => handoverId}
          empty="还没有移交过。"
          card={(row) => (
            <>
              {where(row)}
              <p>
                {shownDate(row.handedOn)}移交 <Count row={row} />
              </p>
              <p>
                <Receipt row={row} onReceive={setReceived} />
              </p>
              <Package row={row} />
            </>
          )}
        />
      </section>
      {received !== null && <ReceiptDialog row={received} onClose={() => setReceived(null)} />}
    </>
  );
}
