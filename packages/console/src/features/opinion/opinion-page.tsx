import { Link, useParams } from '@tanstack/react-router';
import { opinionRoutes } from '@zhaoshi/contract/routes/opinions';
import { CLOCK_STARTS } from '@zhaoshi/domain/opinion/clocks';
import {
  OPINION_LEVELS,
  OPINION_ORIGINS,
  OPINION_STEPS,
  type OpinionStep,
  RELEASE_KINDS,
} from '@zhaoshi/domain/opinion/opinion';
import { Alert, Button, Tag } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { HistoryCard } from '../../ui/history-card.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { EditDialog, ReleaseDialog, StepDialog } from './opinion-dialogs.tsx';
import { OpinionDocuments } from './opinion-documents.tsx';
import { Clocks } from './opinion-marks.tsx';
import { RemoveRelease } from './remove-release.tsx';
import type { ShownOpinion } from './shown-opinion.ts';

interface Props {
  readonly shown: ShownOpinion;
}

/** What has to be done before a step can be taken, with the way there: nobody types first and is refused then. */
function Hindrance({ shown, words }: Props & { readonly words: string }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { abilities, releases } = shown;
  return (
    <>
      <Alert
        type="info"
        showIcon
        title={words}
        action={
          releases.length === 0 && (
            <AbilityButton
              size="small"
              needs="opinion.write"
              abilities={abilities}
              onClick={() => setOpen(true)}
            >
              登记首次发布
            </AbilityButton>
          )
        }
      />
      {isOpen && <ReleaseDialog shown={shown} onClose={() => setOpen(false)} />}
    </>
  );
}

/** The hours, and what may be done next. */
function Work({ shown }: Props): ReactNode {
  const headingId = useId();
  const [step, setStep] = useState<{ readonly to: OpinionStep; readonly note: string | null } | null>(null);
  const { clocks, step: reached, next, abilities } = shown;
  const hindrances = next.flatMap(({ hindrance }) => hindrance ?? []);
  const first = next.find(({ hindrance }) => hindrance === null);
  return (
    <section className="card" aria-labelledby={headingId}>
      <div className="card-head">
        <h2 id={headingId}>时限和办理</h2>
        <Tag>现在：{OPINION_STEPS[reached]}</Tag>
      </div>
      <Clocks clocks={clocks} />
      <ul className="quiet">
        {clocks.map(({ timer, title, dueAt, startsFrom, source }) => (
          <li key={timer}>
            {title}：从{CLOCK_STARTS[startsFrom]}起算，{shownMoment(dueAt)}届满（{source}）
          </li>
        ))}
      </ul>
      <p className="actions">
        {next.map(({ to, note, hindrance }) => (
          <AbilityButton
            key={to}
            type={to === first?.to ? 'primary' : 'default'}
            needs="opinion.write"
            abilities={abilities}
            hindrance={hindrance ?? undefined}
            onClick={() => setStep({ to, note })}
          >
            {reached === 'closed' ? '重新办理' : OPINION_STEPS[to]}
          </AbilityButton>
        ))}
      </p>
      {hindrances.map((words) => (
        <Hindrance key={words} shown={shown} words={words} />
      ))}
      {step !== null && <StepDialog shown={shown} {...step} onClose={() => setStep(null)} />}
    </section>
  );
}

/** What was given out, with the first first. */
function Releases({ shown }: Props): ReactNode {
  const headingId = useId();
  const [isOpen, setOpen] = useState(false);
  const { releases, abilities } = shown;
  return (
    <section className="card" aria-labelledby={headingId}>
      <div className="card-head">
        <h2 id={headingId}>发布</h2>
        <AbilityButton needs="opinion.write" abilities={abilities} onClick={() => setOpen(true)}>
          登记发布
        </AbilityButton>
      </div>
      {releases.length === 0 && <p className="quiet">还没有登记发布。</p>}
      <ul className="rows">
        {releases.map((release) => (
          <li key={release.releaseId}>
            <span>
              {RELEASE_KINDS[release.kind]}，{shownMoment(release.releasedAt)}，{release.channel}
              {release.link !== '' && (
                <>
                  {' '}
                  <a href={release.link} target="_blank" rel="noreferrer noopener">
                    查看
                  </a>
                </>
              )}
              {release.note !== '' && <small className="as-written">{release.note}</small>}
            </span>
            {abilities.includes('opinion.write') && <RemoveRelease shown={shown} release={release} />}
          </li>
        ))}
      </ul>
      {isOpen && <ReleaseDialog shown={shown} onClose={() => setOpen(false)} />}
    </section>
  );
}

function Facts({ shown }: Props): ReactNode {
  const headingId = useId();
  const [isOpen, setOpen] = useState(false);
  const { level, organName, ownerName, foundAt, occurredAt, platform, link, summary } = shown;
  const { origin, sourceName } = shown;
  return (
    <section className="card" aria-labelledby={headingId}>
      <div className="card-head">
        <h2 id={headingId}>舆情</h2>
        <Button
          size="small"
          hidden={!shown.abilities.includes('opinion.write')}
          onClick={() => setOpen(true)}
        >
          修改舆情
        </Button>
      </div>
      <dl className="facts opinion-facts">
        <dt>级别</dt>
        <dd>{OPINION_LEVELS[level]}</dd>
        <dt>机关、负责人</dt>
        <dd>
          {organName}，{ownerName ?? '没有指定'}
        </dd>
        <dt>发生</dt>
        <dd>{occurredAt === null ? '不清楚' : shownMoment(occurredAt)}</dd>
        <dt>发现</dt>
        <dd>
          {shownMoment(foundAt)}（{sourceName ?? OPINION_ORIGINS[origin]}）
        </dd>
        <dt>来源</dt>
        <dd>
          {platform === '' ? '没有写明' : platform}
          {link !== '' && (
            <>
              {' '}
              <a href={link} target="_blank" rel="noreferrer noopener">
                打开链接
              </a>
            </>
          )}
        </dd>
        {summary !== '' && (
          <>
            <dt>摘要</dt>
            <dd className="as-written">{summary}</dd>
          </>
        )}
      </dl>
      {isOpen && <EditDialog shown={shown} onClose={() => setOpen(false)} />}
    </section>
  );
}

/** One event on its page. */
export function OpinionPage(): ReactNode {
  const params = useParams({ from: '/frame/opinions/$regionId/$opinionId' });
  const { data, error, isPlaceholderData } = useRead(opinionRoutes.read, { params });
  // While another event loads, the former one must not be taken for it.
  const shown = isPlaceholderData ? undefined : data;
  return (
    <>
      <PageHeader
        {...(shown !== undefined && { title: shown.title })}
        actions={<Link to="/opinions">返回列表</Link>}
      />
      <ProblemAlert error={error} />
      {shown === undefined && error === null && <Loading />}
      {shown !== undefined && (
        <>
          <Work shown={shown} />
          <Releases shown={shown} />
          <OpinionDocuments shown={shown} />
          <Facts shown={shown} />
          <HistoryCard events={shown.history.map((event) => ({ ...event, beneath: event.note }))} />
        </>
      )}
    </>
  );
}
