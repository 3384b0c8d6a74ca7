import { Link } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { messageRoutes } from '@zhaoshi/contract/routes/messages';
import { Form, type TableColumnsType, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { usePages } from '../../app/use-pages.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ChoiceFilter } from '../../ui/choice-filter.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { CapturedMessage } from './captured-message.tsx';
import { CHANNELS } from './channels.ts';
import { TestMessage } from './test-message.tsx';

type Message = RouteOutput<typeof messageRoutes.list>['items'][number];
type State = Message['state'];

const STATES = {
  queued: { label: '等待发送', color: 'default' },
  sent: { label: '已送出', color: 'success' },
  captured: { label: '留存未发', color: 'processing' },
  failed: { label: '发送失败', color: 'error' },
} as const satisfies Readonly<Record<State, { readonly label: string; readonly color: string }>>;

const STATE_OPTIONS = (Object.keys(STATES) as State[]).map((value) => ({
  value,
  label: STATES[value].label,
}));

/** Whom it goes to: never an address, which is personal. */
function Recipient({ recipient }: { readonly recipient: string }): ReactNode {
  const [kind, accountId] = recipient.split('/');
  if (kind !== 'account' || accountId === undefined) return recipient;
  return (
    <Link to="/accounts/$accountId" params={{ accountId }}>
      工作人员账号
    </Link>
  );
}

const COLUMNS: TableColumnsType<Message> = [
  {
    title: '通知',
    render: (_value, { title, organName }) => (
      <>
        {title}
        <small className="under quiet">{organName}</small>
      </>
    ),
  },
  {
    title: '发给',
    width: '9rem',
    render: (_value, { recipient }) => <Recipient recipient={recipient} />,
  },
  { title: '方式', width: '6rem', render: (_value, { channel }) => CHANNELS[channel].label },
  {
    title: '状态',
    width: '16rem',
    render: (_value, { state, reason, attempts }) => (
      <>
        <Tag color={STATES[state].color}>{STATES[state].label}</Tag>
        {(reason !== null || attempts > 1) && (
          <small className="under quiet">
            {attempts > 1 && `已试 ${attempts} 次。`}
            {reason}
          </small>
        )}
      </>
    ),
  },
  {
    title: '时间',
    width: '13rem',
    className: 'figures',
    render: (_value, { requestedAt, settledAt }) => (
      <>
        {shownMoment(requestedAt)}
        {settledAt !== null && <small className="under quiet">{shownMoment(settledAt)}办结</small>}
      </>
    ),
  },
  {
    title: '内容',
    width: '6rem',
    render: (_value, message) =>
      message.state === 'captured' ? (
        <CapturedMessage message={message} />
      ) : (
        <span className="quiet">不保留</span>
      ),
  },
];

/** What was sent to the outside, whether it left, and a way to try the gateway. */
export function MessagesPage(): ReactNode {
  const { abilities, organ } = useSession();
  const [state, setState] = useState<State | undefined>(undefined);
  const [testing, setTesting] = useState(false);
  const pages = usePages(messageRoutes.list, { query: { ...(state !== undefined && { state }) } });
  return (
    <>
      <PageHeader
        actions={
          <AbilityButton needs="message.test" abilities={abilities} onClick={() => setTesting(true)}>
            发送测试通知
          </AbilityButton>
        }
      />
      <section className="card">
        <Form layout="inline" className="filters" aria-label="筛选通知">
          <ChoiceFilter
            id="message-state"
            label="状态"
            options={STATE_OPTIONS}
            value={state}
            onChange={setState}
          />
        </Form>
        <DataTable
          caption="发出的通知"
          pages={pages}
          columns={COLUMNS}
          keyOf={({ messageId }) => messageId}
          empty="还没有发出过通知。"
        />
      </section>
      {testing && organ !== null && <TestMessage organ={organ} onClose={() => setTesting(false)} />}
    </>
  );
}
