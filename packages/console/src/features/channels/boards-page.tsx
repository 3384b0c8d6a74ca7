import { PlusOutlined } from '@ant-design/icons';
import { noticeBoardRoutes } from '@zhaoshi/contract/routes/notice-boards';
import { POSTER_STATES } from '@zhaoshi/domain/disclosure/channels/board-showing';
import { Segmented, type TableColumnsType, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { addressOf } from '../../app/api.ts';
import { shownDate } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { usePages } from '../../app/use-pages.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { BoardList } from './board-list.tsx';
import { PostDialog } from './post-dialog.tsx';
import type { Posting } from './posting.ts';
import { TakeDownDialog } from './take-down-dialog.tsx';
import './channels.css';

const STAGES = [
  { value: 'hanging', label: '张贴中' },
  { value: 'due', label: '该撤下' },
  { value: 'down', label: '已撤下' },
] as const;

type Stage = (typeof STAGES)[number]['value'];

const EMPTY: Readonly<Record<Stage, string>> = {
  hanging: '没有张贴中的文件。',
  due: '没有须撤下的文件。',
  down: '没有已撤下的文件。',
};

const COLORS = {
  withdrawn: 'error',
  superseded: 'warning',
  overdue: 'error',
  mayGo: 'success',
  hanging: 'default',
};

function State({ row: { state, takenDownOn } }: { readonly row: Posting }): ReactNode {
  if (state === null) return <>{takenDownOn !== null && `${shownDate(takenDownOn)}撤下`}</>;
  return <Tag color={COLORS[state]}>{POSTER_STATES[state]}</Tag>;
}

function Photos({
  row: { regionId, postingId, hasPhoto, hasRemovalPhoto, title },
}: {
  readonly row: Posting;
}) {
  const link = (which: 'posted' | 'removed', label: string): ReactNode => (
    <a href={addressOf(noticeBoardRoutes.photo.path, { params: { regionId, postingId, which } })} download>
      {label}
      <span className="for-readers">：{title}</span>
    </a>
  );
  return (
    <span className="channel-links">
      {hasPhoto && link('posted', '张贴照片')}
      {hasRemovalPhoto && link('removed', '撤下照片')}
    </span>
  );
}

function Acts({ row, onTakeDown }: { readonly row: Posting; readonly onTakeDown: (row: Posting) => void }) {
  if (row.takenDownOn !== null) return null;
  const hindrance =
    row.state === 'hanging' ? `须张贴到${shownDate(row.shownUntil)}，期满方可撤下。` : undefined;
  return (
    <AbilityButton
      size="small"
      needs="channel.manage"
      abilities={row.abilities}
      hindrance={hindrance}
      onClick={() => onTakeDown(row)}
    >
      登记撤下<span className="for-readers">：{row.title}</span>
    </AbilityButton>
  );
}

const until = ({ shownUntil, shownWords }: Posting): ReactNode => (
  <>
    <span className="figures">{shownDate(shownUntil)}</span>
    <small className="under quiet">{shownWords}</small>
  </>
);

const name = ({ title, documentNumber, edition }: Posting): ReactNode => (
  <>
    {title}
    <small className="under quiet">
      {documentNumber} 第{edition}版
    </small>
  </>
);

/** Notice boards of the organ and what hangs on them. */
export function BoardsPage(): ReactNode {
  const { organ, abilities } = useSession();
  const [stage, setStage] = useState<Stage>('hanging');
  const [isPosting, setPosting] = useState(false);
  const [leaving, setLeaving] = useState<Posting | null>(null);
  const pages = usePages(noticeBoardRoutes.postings, { query: { stage } });
  if (organ === null) return <PageHeader />;
  const params = { regionId: organ.regionId, organId: organ.organId };
  const columns: TableColumnsType<Posting> = [
    { title: '文件', render: (_value, row) => name(row) },
    { title: '公示栏', width: '9rem', render: (_value, { boardPlace }) => boardPlace },
    {
      title: '张贴日期',
      width: '9rem',
      className: 'figures',
      render: (_value, { postedOn }) => shownDate(postedOn),
    },
    { title: '须张贴到', width: '11rem', render: (_value, row) => until(row) },
    {
      title: '状态和照片',
      width: '12rem',
      render: (_value, row) => (
        <>
          <State row={row} />
          <Photos row={row} />
        </>
      ),
    },
    { title: '办理', width: '8rem', render: (_value, row) => <Acts row={row} onTakeDown={setLeaving} /> },
  ];
  return (
    <>
      <PageHeader
        actions={
          <>
            <a href={addressOf(noticeBoardRoutes.export.path, { params })} download>
              导出登记簿
            </a>
            <AbilityButton
              type="primary"
              icon={<PlusOutlined aria-hidden />}
              needs="channel.manage"
              abilities={abilities}
              onClick={() => setPosting(true)}
            >
              登记张贴
            </AbilityButton>
          </>
        }
      />
      <BoardList organ={params} />
      <section className="card">
        <h2>张贴登记</h2>
        <Segmented<Stage>
          aria-label="张贴登记的阶段"
          options={[...STAGES]}
          value={stage}
          onChange={setStage}
          className="channel-card"
        />
        <DataTable
          caption="张贴登记"
          pages={pages}
          columns={columns}
          keyOf={({ postingId }) => postingId}
          empty={EMPTY[stage]}
          card={(row) => (
            <>
              {name(row)}
              <p>
                {row.boardPlace}，{shownDate(row.postedOn)}张贴，须到{shownDate(row.shownUntil)}
              </p>
              <p>
                <State row={row} />
              </p>
              <Photos row={row} />
              <Acts row={row} onTakeDown={setLeaving} />
            </>
          )}
        />
      </section>
      {isPosting && <PostDialog organ={params} onClose={() => setPosting(false)} />}
      {leaving !== null && <TakeDownDialog row={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}
