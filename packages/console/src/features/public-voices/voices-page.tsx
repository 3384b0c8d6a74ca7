import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { publicVoiceRoutes } from '@zhaoshi/contract/routes/public-voices';
import { VOICE_KINDS, type VoiceKind } from '@zhaoshi/domain/disclosure/voice/voice';
import { ADOPTIONS, VOICE_STATUSES } from '@zhaoshi/domain/disclosure/voice/voice-answer';
import { Form, Select, type TableColumnsType, Tag } from 'antd';
import type { ReactNode } from 'react';
import { shownDate, shownMoment } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { usePages } from '../../app/use-pages.ts';
import { useRead } from '../../app/use-route.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DraftPeriod } from './draft-period.tsx';
import { STAGES, type Stage, type VoiceSearch } from './voice-search.ts';

type Row = RouteOutput<typeof publicVoiceRoutes.list>['items'][number];

function Number({ row: { regionId, voiceId, number } }: { readonly row: Row }): ReactNode {
  return (
    <Link to="/public-voices/$regionId/$voiceId" params={{ regionId, voiceId }}>
      {number}
    </Link>
  );
}

function State({ row: { status, shows, adoption, dueOn, isOverdue } }: { readonly row: Row }): ReactNode {
  if (status === 'received') {
    return (
      <>
        <span className="figures">{shownDate(dueOn)}前办理</span>
        {isOverdue && <Tag color="error">已逾期</Tag>}
      </>
    );
  }
  return [
    VOICE_STATUSES[status],
    ...(shows === null ? [] : [shows ? '公开展示' : '不予展示']),
    ...(adoption === null ? [] : [ADOPTIONS[adoption]]),
  ].join('，');
}

const subject = ({ title, page }: Row): string => title ?? page;

const COLUMNS: TableColumnsType<Row> = [
  { title: '编号', width: '10rem', className: 'figures', render: (_value, row) => <Number row={row} /> },
  { title: '类别', width: '8rem', render: (_value, { kind }) => VOICE_KINDS[kind].noun },
  { title: '关于', render: (_value, row) => subject(row) },
  {
    title: '收到',
    width: '12rem',
    className: 'figures',
    render: (_value, { receivedAt }) => shownMoment(receivedAt),
  },
  { title: '状态', width: '14rem', render: (_value, row) => <State row={row} /> },
];

const card = (row: Row): ReactNode => (
  <>
    <Number row={row} />
    <p>
      {VOICE_KINDS[row.kind].noun}：{subject(row)}
    </p>
    <p>
      <State row={row} />
    </p>
  </>
);

const STAGE_OPTIONS = Object.entries(STAGES).map(([value, label]) => ({ value: value as Stage, label }));
const KIND_OPTIONS = [
  { value: '' as const, label: '全部' },
  ...Object.entries(VOICE_KINDS).map(([value, { noun }]) => ({ value: value as VoiceKind, label: noun })),
];

function Filters({ search }: { readonly search: VoiceSearch }): ReactNode {
  const navigate = useNavigate({ from: '/public-voices' });
  const { kind: _kind, ...others } = search;
  return (
    <Form layout="inline" className="filters" aria-label="筛选公众来件">
      <Form.Item label="阶段" htmlFor="voice-stage">
        <Select<Stage>
          id="voice-stage"
          className="short-picker"
          options={STAGE_OPTIONS}
          value={search.stage ?? 'open'}
          onChange={(stage) => void navigate({ search: { ...search, stage } })}
        />
      </Form.Item>
      <Form.Item label="类别" htmlFor="voice-kind">
        <Select<VoiceKind | ''>
          id="voice-kind"
          className="short-picker"
          options={KIND_OPTIONS}
          value={search.kind ?? ''}
          onChange={(kind) => void navigate({ search: kind === '' ? others : { ...others, kind } })}
        />
      </Form.Item>
    </Form>
  );
}

/** How many addresses are told of what the organ publishes; the addresses are nobody's business. */
function Subscribers(): ReactNode {
  const { organ } = useSession();
  const params = { regionId: organ?.regionId ?? '', organId: organ?.organId ?? '' };
  const { data } = useRead(publicVoiceRoutes.subscribers, { params }, { enabled: organ !== null });
  if (data === undefined) return null;
  return (
    <p className="quiet">
      邮件订阅本机关栏目的有 {data.column} 个邮箱，订阅检索词的有 {data.searches} 个。
    </p>
  );
}

/** What the public says, within reach. */
export function VoicesPage(): ReactNode {
  const search = useSearch({ from: '/frame/public-voices' });
  const { stage = 'open', kind, regionId, documentId } = search;
  const pages = usePages(publicVoiceRoutes.list, {
    query: {
      ...(stage !== 'all' && { stage }),
      ...(kind !== undefined && { kind }),
      ...(documentId !== undefined && { documentId }),
    },
  });
  return (
    <>
      <PageHeader />
      {regionId !== undefined && documentId !== undefined && (
        <DraftPeriod regionId={regionId} documentId={documentId} />
      )}
      <section className="card">
        <Filters search={search} />
        <DataTable
          caption="公众来件"
          pages={pages}
          columns={COLUMNS}
          keyOf={({ voiceId }) => voiceId}
          card={card}
          empty={stage === 'open' ? '没有待办理的报错、提问和意见。' : '没有符合条件的报错、提问和意见。'}
        />
        <Subscribers />
      </section>
    </>
  );
}
