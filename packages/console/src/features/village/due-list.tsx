import { Link } from '@tanstack/react-router';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { DUE_STATES } from '@zhaoshi/domain/village/due-items';
import { VILLAGE_ITEMS } from '@zhaoshi/domain/village/village-items';
import { periodWords } from '@zhaoshi/domain/village/village-period';
import { Tag } from 'antd';
import { type ReactNode, useId } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useVillageDesk, type VillageDesk } from './kept-desk.ts';
import { useOfflineStart } from './use-offline-start.ts';
import { useQueuedPosts } from './use-queued-posts.ts';
import './village.css';

type DueItem = VillageDesk['due'][number];

const COLORS = { posted: 'success', open: 'default', soon: 'warning', missed: 'error' } as const;
const ORDER = ['missed', 'soon', 'open', 'posted'] as const;

const byUrgency = (one: DueItem, other: DueItem): number =>
  ORDER.indexOf(one.state) - ORDER.indexOf(other.state) || one.dueOn.localeCompare(other.dueOn);

function Row({ due: { item, from, to, dueOn, state } }: { readonly due: DueItem }): ReactNode {
  const { title, content } = VILLAGE_ITEMS[item];
  // The contract gives days.
  const period = periodWords({ from: from as CivilDate, to: to as CivilDate });
  return (
    <li>
      <Link to="/village/post" search={{ item, from, to }} className={state}>
        <span>
          <b>{title}</b>
          <small>
            {period}，{state === 'posted' ? content : `最迟${shownDate(dueOn)}`}
          </small>
        </span>
        <Tag color={COLORS[state]}>{DUE_STATES[state]}</Tag>
      </Link>
    </li>
  );
}

/** What the village owes this month and quarter: a press on a row leads to its form. */
export function DueList({ desk }: { readonly desk: VillageDesk }): ReactNode {
  return (
    <ul className="village-due">
      {desk.due.toSorted(byUrgency).map((due) => (
        <Row key={`${due.item} ${due.from}`} due={due} />
      ))}
      <li>
        <Link to="/village/post" search={{ item: 'important' }}>
          <span>
            <b>{VILLAGE_ITEMS.important.title}</b>
            <small>{VILLAGE_ITEMS.important.content}</small>
          </span>
        </Link>
      </li>
    </ul>
  );
}

function HomeCard({ regionId, organId }: { readonly regionId: string; readonly organId: string }): ReactNode {
  const headingId = useId();
  // What waited for the connection goes out from here as well; the list of unsaved drafts below shows it.
  const { error: refused } = useQueuedPosts();
  const { desk, error } = useVillageDesk({ regionId, organId });
  useOfflineStart();
  if (desk === undefined) return error === null ? <Loading /> : <ProblemAlert error={error} />;
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>该公布的村务</h2>
      <ProblemAlert error={refused} />
      <DueList desk={desk} />
    </section>
  );
}

/** The same at the top of the home page of a village's clerk, so that it is the first screen after signing in. */
export function VillageHome(): ReactNode {
  const { organ, abilities } = useSession();
  if (organ?.kind !== 'village' || !abilities.includes('village.write')) return null;
  return <HomeCard regionId={organ.regionId} organId={organ.organId} />;
}
