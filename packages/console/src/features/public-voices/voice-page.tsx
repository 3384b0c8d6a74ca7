import { Link, useParams } from '@tanstack/react-router';
import { publicVoiceRoutes } from '@zhaoshi/contract/routes/public-voices';
import { VOICE_KINDS } from '@zhaoshi/domain/disclosure/voice/voice';
import { VOICE_STATUSES } from '@zhaoshi/domain/disclosure/voice/voice-answer';
import { PERMISSIONS } from '@zhaoshi/domain/permission/permissions';
import { Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { shownDate, shownMoment } from '../../app/moments.ts';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { AnswerForm } from './answer-form.tsx';
import { GivenAnswer } from './given-answer.tsx';
import type { ShownVoice } from './shown-voice.ts';
import { ToComplaint } from './to-complaint.tsx';
import './public-voices.css';

interface Props {
  readonly shown: ShownVoice;
}

function About({ shown: { page, title, documentId, regionId, kind } }: Props): ReactNode {
  return (
    <>
      <a href={page} target="_blank" rel="noreferrer">
        {title ?? page}
      </a>
      {documentId !== null && (
        <Link to="/documents/$regionId/$documentId" params={{ regionId, documentId }} className="beside">
          打开文件
        </Link>
      )}
      {documentId !== null && kind === 'comment' && (
        <Link to="/public-voices" search={{ stage: 'all', kind, regionId, documentId }} className="beside">
          这份征求意见稿的全部意见
        </Link>
      )}
    </>
  );
}

const orNone = (text: string): string => (text === '' ? '没有填写' : text);

/** What was said, of what, by whom. */
function Said({ shown }: Props): ReactNode {
  const headingId = useId();
  const { kind, organName, edition, receivedAt, dueOn, status, content } = shown;
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>{VOICE_KINDS[kind].noun}</h2>
      <dl className="facts">
        <dt>状态</dt>
        <dd>{VOICE_STATUSES[status]}</dd>
        <dt>关于</dt>
        <dd>
          <About shown={shown} />
        </dd>
        <dt>机关</dt>
        <dd>{organName}</dd>
        {edition !== null && (
          <>
            <dt>当时的版本</dt>
            <dd>第 {edition} 版</dd>
          </>
        )}
        <dt>收到</dt>
        <dd>{shownMoment(receivedAt)}</dd>
        <dt>办理期限</dt>
        <dd>{shownDate(dueOn)}</dd>
        <dt>内容</dt>
        <dd className="voice-words">{content.text}</dd>
        <dt>姓名</dt>
        <dd>{orNone(content.name)}</dd>
        <dt>联系方式</dt>
        <dd>{orNone(content.contact)}</dd>
      </dl>
      <ToComplaint shown={shown} />
    </section>
  );
}

/** What was decided, and the form as long as nothing is or when it is opened again. */
function Answering({ shown }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  // Its answer says where the complaint is followed; another would take that away.
  const mayAnswer = shown.abilities.includes('voice.handle') && shown.complaint === null;
  if (shown.answer !== null && !isOpen) {
    return (
      <GivenAnswer shown={shown}>
        {mayAnswer && (
          <div className="actions">
            <Button onClick={() => setOpen(true)}>修改办理结果</Button>
          </div>
        )}
      </GivenAnswer>
    );
  }
  if (mayAnswer) return <AnswerForm shown={shown} />;
  return (
    <section className="card">
      <h2>办理</h2>
      <p className="quiet">
        需要“{PERMISSIONS['voice.handle'].title}”的权限，由政府信息公开工作机构的人员办理。
      </p>
    </section>
  );
}

/** One thing that the public said. */
export function VoicePage(): ReactNode {
  const params = useParams({ from: '/frame/public-voices/$regionId/$voiceId' });
  const { data, error } = useRead(publicVoiceRoutes.read, { params });
  return (
    <>
      <PageHeader {...(data !== undefined && { title: `${VOICE_KINDS[data.kind].noun} ${data.number}` })} />
      <ProblemAlert error={error} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          <Said shown={data} />
          <Answering key={`${data.voiceId} ${data.version}`} shown={data} />
        </>
      )}
    </>
  );
}
