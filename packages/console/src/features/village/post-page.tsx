import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { villageRoutes } from '@zhaoshi/contract/routes/villages';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { usualPeriod } from '@zhaoshi/domain/village/due-items';
import { VILLAGE_ITEMS } from '@zhaoshi/domain/village/village-items';
import type { VillagePeriod } from '@zhaoshi/domain/village/village-period';
import { postTitle } from '@zhaoshi/domain/village/village-post';
import { Alert } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../app/session.ts';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { dueOf } from './due-of.ts';
import { useVillageDesk, type VillageDesk } from './kept-desk.ts';
import { PeriodField } from './period-field.tsx';
import { movePostDraft, type PostDraft, postDraftKey } from './post-draft.ts';
import { PostForm } from './post-form.tsx';
import type { PostSearch } from './village-search.ts';
import './village.css';

const EMPTY = {
  corrects: null,
  kind: 'text',
  subject: '',
  body: '',
  photos: [],
  hasLooked: false,
  reason: '',
  justified: [],
  isQueued: false,
} as const;

// The contract and the search give days.
const titleOf = ({ item, from, to }: Pick<PostDraft, 'item' | 'from' | 'to'>): string =>
  postTitle(item, { from: from as CivilDate, to: to as CivilDate });

interface Ids {
  readonly regionId: string;
  readonly organId: string;
}

/** The period of the address, else the oldest that waits; of what is published at once today. */
function periodOf({ item = 'important', from, to }: PostSearch, desk: VillageDesk, today: CivilDate) {
  const asked =
    from === undefined || to === undefined ? null : { from: from as CivilDate, to: to as CivilDate };
  return asked ?? usualPeriod(item, dueOf(desk)) ?? { from: today, to: today };
}

function NewPost({ ids, search }: { readonly ids: Ids; readonly search: PostSearch }): ReactNode {
  const { account } = useSession();
  const router = useRouter();
  const [movedTo, setMovedTo] = useState<string | null>(null);
  const { desk, error } = useVillageDesk(ids);
  if (desk === undefined) return error === null ? <Loading /> : <ProblemAlert error={error} />;
  const today = civilDateAt(new Date());
  const { item = 'important' } = search;
  const period = periodOf(search, desk, today);
  const { committee, supervisor } = desk.signers;
  const signers = { committeeSigner: committee, supervisorSigner: supervisor };
  const fresh = { ...EMPTY, item, ...period, ...signers, submission: crypto.randomUUID() };
  const owner = { accountId: account.accountId, organId: ids.organId };
  const change = async (next: VillagePeriod): Promise<void> => {
    const there = { to: '/village/post', search: { item, ...next }, replace: true } as const;
    const path = router.buildLocation(there).href;
    setMovedTo(await movePostDraft(owner, fresh, next, { title: titleOf({ item, ...next }), path }));
    await router.navigate(there);
  };
  return (
    <>
      <PageHeader title={titleOf(fresh)} />
      <p className="quiet">{VILLAGE_ITEMS[item].content}</p>
      <PostForm
        key={`${item} ${period.from} ${period.to}`}
        ids={ids}
        fresh={fresh}
        title={titleOf(fresh)}
        isMoved={movedTo === postDraftKey(owner, fresh)}
      >
        <PeriodField
          desk={desk}
          item={item}
          period={period}
          today={today}
          onChange={(next) => void change(next)}
        />
      </PostForm>
    </>
  );
}

function Correction({ ids, postId }: { readonly ids: Ids; readonly postId: string }): ReactNode {
  const { regionId } = ids;
  const { data, error } = useRead(villageRoutes.read, { params: { regionId, postId } });
  if (data === undefined) return error === null ? <Loading /> : <ProblemAlert error={error} />;
  const { item, from, to, kind, subject, body, committeeSigner, supervisorSigner, version, title } = data;
  const fresh: PostDraft = {
    ...EMPTY,
    item,
    from,
    to,
    kind,
    subject,
    body,
    committeeSigner,
    supervisorSigner,
    corrects: { postId, version },
    submission: crypto.randomUUID(),
  };
  return (
    <>
      <PageHeader title={`更正：${title}`} />
      {kind === 'photo' && (
        <Alert className="problem" type="info" showIcon title="更正后只展示新的照片，请重新拍照。" />
      )}
      <PostForm key={postId} ids={ids} fresh={fresh} title={`更正：${title}`} />
    </>
  );
}

/** The form of one post. */
export function VillagePostPage(): ReactNode {
  const search = useSearch({ from: '/frame/village/post' });
  const navigate = useNavigate();
  const { organ } = useSession();
  if (organ?.kind !== 'village') {
    void navigate({ to: '/village', replace: true });
    return null;
  }
  const ids = { regionId: organ.regionId, organId: organ.organId };
  return search.post === undefined ? (
    <NewPost ids={ids} search={search} />
  ) : (
    <Correction ids={ids} postId={search.post} />
  );
}
