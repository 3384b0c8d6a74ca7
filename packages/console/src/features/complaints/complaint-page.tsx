import { Link, useParams } from '@tanstack/react-router';
import { complaintRoutes } from '@zhaoshi/contract/routes/complaints';
import { VOICE_KINDS } from '@zhaoshi/domain/disclosure/voice/voice';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import {
  actTitle,
  COMPLAINT_CHANNELS,
  COMPLAINT_FINDINGS,
  COMPLAINT_KINDS,
  complaintLawOn,
  OTHER_WAYS,
} from '@zhaoshi/domain/oversight/complaint';
import { ORDER_KINDS } from '@zhaoshi/domain/oversight/remediation';
import { type ReactNode, useId } from 'react';
import { addressOf } from '../../app/api.ts';
import { shownDate, shownMoment } from '../../app/moments.ts';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ActButtons } from './act-buttons.tsx';
import { ComplaintDue, complaintWords, OrderStatus } from './complaint-marks.tsx';
import type { ShownComplaint } from './shown-complaint.ts';
import './complaints.css';

interface Props {
  readonly shown: ShownComplaint;
}

function Who({ shown: { isNamed, complainant } }: Props): ReactNode {
  if (!isNamed) return '匿名：没有保存任何能认出是谁的内容';
  if (complainant === null) return '实名（只有办理人员可以看到）';
  const given = [complainant.name, complainant.contact].filter((words) => words !== '');
  return given.length === 0 ? '实名（姓名和联系方式已经按保存期限清除）' : given.join('，');
}

/** What was sent along; it is opened in full by a press. */
function Photos({ shown: { regionId, complaintId, photos } }: Props): ReactNode {
  if (photos.length === 0) return null;
  return (
    <ul className="complaint-photos" aria-label="照片">
      {photos.map((place) => {
        const address = addressOf(complaintRoutes.photo.path, { params: { regionId, complaintId, place } });
        return (
          <li key={place}>
            <a href={address} target="_blank" rel="noreferrer">
              <img src={address} alt={`投诉所附的照片${place}`} loading="lazy" />
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function Facts({ shown }: Props): ReactNode {
  const headingId = useId();
  const { unit, kind, channel, receivedOn, applicationNumber, madeOf, text } = shown;
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>投诉的内容</h2>
      <dl className="facts complaint-facts">
        <dt>{kind === 'villageAffairs' ? '被投诉的村' : '被投诉的单位'}</dt>
        <dd>{unit.name}</dd>
        <dt>事项</dt>
        <dd>
          {COMPLAINT_KINDS[kind].title}
          <small className="quiet">
            {/* A stored civil date. */}（{complaintLawOn(kind, receivedOn as CivilDate)}）
          </small>
        </dd>
        <dt>来源</dt>
        <dd>
          {COMPLAINT_CHANNELS[channel]}，{shownDate(receivedOn)}收到
        </dd>
        <dt>投诉人</dt>
        <dd>
          <Who shown={shown} />
        </dd>
        {madeOf !== null && (
          <>
            <dt>原来的{VOICE_KINDS[madeOf.kind].noun}</dt>
            <dd>
              <span className="figures">{madeOf.number}</span>
              <a href={madeOf.page} target="_blank" rel="noreferrer">
                打开所说的页面
              </a>
            </dd>
            <dt>转为投诉的理由</dt>
            <dd>{madeOf.reason}</dd>
          </>
        )}
        {applicationNumber !== '' && (
          <>
            <dt>申请登记号</dt>
            <dd className="figures">{applicationNumber}</dd>
          </>
        )}
      </dl>
      <p className="complaint-words">{text}</p>
      <Photos shown={shown} />
    </section>
  );
}

function Orders({ shown: { orders } }: Props): ReactNode {
  const headingId = useId();
  if (orders.length === 0) return null;
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>整改通知和通报</h2>
      <ul className="rows">
        {orders.map(({ regionId, orderId, kind, demand, dueOn, status }) => (
          <li key={orderId}>
            <span>
              <Link to="/remediation-orders/$regionId/$orderId" params={{ regionId, orderId }}>
                {ORDER_KINDS[kind]}：{demand}
              </Link>
              <small className="quiet">{shownDate(dueOn)}前完成</small>
            </span>
            <OrderStatus row={{ status }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type Event = ShownComplaint['events'][number];

/** The facts of an act beside its words. */
function factWords({ facts }: Event): string {
  const { way, finding, dueOn, number, organ } = facts;
  const found = Object.entries(COMPLAINT_FINDINGS).find(([name]) => name === finding)?.[1];
  const other = Object.entries(OTHER_WAYS).find(([name]) => name === way)?.[1];
  const dated = typeof dueOn === 'string' ? `${shownDate(dueOn)}前完成` : undefined;
  return [found, other, dated, number, organ].filter((words) => typeof words === 'string').join('，');
}

function Course({ shown }: Props): ReactNode {
  const headingId = useId();
  const { events, kind } = shown;
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>办理经过</h2>
      {events.length === 0 && <p className="quiet">还没有办理。</p>}
      <ul className="rows">
        {events.toReversed().map((event) => (
          <li key={event.sequence}>
            <span>
              {[actTitle(event.type, kind), factWords(event)].filter((words) => words !== '').join('：')}
              {event.words !== '' && <p className="complaint-words">{event.words}</p>}
              <small className="quiet">
                {event.by}，{shownMoment(event.at)}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Next({ shown }: Props): ReactNode {
  const headingId = useId();
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>
        {complaintWords(shown)} <ComplaintDue due={shown.due} />
      </h2>
      <ActButtons shown={shown} />
    </section>
  );
}

/** One complaint on its page. */
export function ComplaintPage(): ReactNode {
  const params = useParams({ from: '/frame/complaints/$regionId/$complaintId' });
  const { data, error, isPlaceholderData } = useRead(complaintRoutes.read, { params });
  // While another complaint loads, the former one must not be taken for it.
  const shown = isPlaceholderData ? undefined : data;
  return (
    <>
      <PageHeader
        {...(shown !== undefined && { title: shown.number })}
        actions={<Link to="/complaints">返回登记簿</Link>}
      />
      <ProblemAlert error={error} />
      {shown === undefined && error === null && <Loading />}
      {shown !== undefined && (
        <>
          <Next shown={shown} />
          <Facts shown={shown} />
          <Orders shown={shown} />
          <Course shown={shown} />
        </>
      )}
    </>
  );
}
