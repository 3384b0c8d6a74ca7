import { Link } from '@tanstack/react-router';
import { promotionRoutes } from '@zhaoshi/contract/routes/promotions';
import { DISCLOSURE_CLASSES } from '@zhaoshi/domain/disclosure/disclosure-class';
import { DOCUMENT_STATUSES } from '@zhaoshi/domain/disclosure/document-status';
import { Alert, Tag } from 'antd';
import type { ReactNode } from 'react';
import { shownDate, shownMoment } from '../../../app/moments.ts';
import { useSession } from '../../../app/session.ts';
import { useRead } from '../../../app/use-route.ts';
import type { ShownDocument } from '../shown-document.ts';
import { ChainLine } from './chain-line.tsx';
import { InterpretationNote } from './interpretation-note.tsx';
import { LeakNote } from './leak-note.tsx';
import { SameTextNote } from './same-text-note.tsx';

interface Props {
  readonly shown: ShownDocument;
}

interface FactProps {
  readonly label: string;
  readonly children: ReactNode;
}

const Fact = ({ label, children }: FactProps): ReactNode => (
  <div className="fact">
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

function Deadline({ shown: { deadline, light } }: Props): ReactNode {
  if (deadline === null) return null;
  const { dueOn, ruleTitle, words, source, isProvisional, missing, isLate } = deadline;
  return (
    <Fact label="公开期限">
      {dueOn === null ? (
        <span>{missing === null ? '没有固定的天数，应当及时公开' : `还没有填写：${missing}`}</span>
      ) : (
        <span className="figures">
          {shownDate(dueOn)}
          {isProvisional && '（暂定）'}
        </span>
      )}
      {light !== null && <span className={`light light-${light.colour}`}>{light.words}</span>}
      {light === null && isLate && <span className="late">已逾期</span>}
      <small className="quiet">
        {ruleTitle}：{words}（{source}）
      </small>
    </Fact>
  );
}

function Publication({ shown }: Props): ReactNode {
  const { publicEdition, indexNumber, scheduledFor } = shown;
  return (
    <>
      {publicEdition !== null && (
        <Fact label="公开中">
          <a href={publicEdition.publicPath} target="_blank" rel="noopener noreferrer">
            第{publicEdition.edition}版
          </a>
          <span className="figures">{shownMoment(publicEdition.since)}起</span>
          <code>{publicEdition.checkCode}</code>
        </Fact>
      )}
      {scheduledFor !== null && (
        <Fact label="定时公开">
          <span className="figures">{shownMoment(scheduledFor)}</span>
        </Fact>
      )}
      {indexNumber !== null && (
        <Fact label="索引号">
          <span className="figures">{indexNumber}</span>
        </Fact>
      )}
    </>
  );
}

/** The cases that the document was made out of (条例44); the way to them for whoever may see cases. */
function Cases({ shown: { regionId, documentId } }: Props): ReactNode {
  const maySee = useSession().abilities.includes('application.read');
  const { data } = useRead(promotionRoutes.ofDocument, { params: { regionId, documentId } });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Fact label="由申请转来">
      {data.items.map(({ applicationId, registrationNumber }) =>
        maySee ? (
          <Link
            key={applicationId}
            to="/applications/$regionId/$applicationId"
            params={{ regionId, applicationId }}
          >
            {registrationNumber}
          </Link>
        ) : (
          <span key={applicationId}>{registrationNumber}</span>
        ),
      )}
    </Fact>
  );
}

/** The way to what the public says of a draft, and to why its period is short, before anybody said something. */
function Comments({ shown: { regionId, documentId, content, publicEdition } }: Props): ReactNode {
  const maySee = useSession().abilities.includes('voice.read');
  if (!maySee || publicEdition === null || content.kind !== 'draftForComment') return null;
  return (
    <Fact label="意见征集">
      <Link to="/public-voices" search={{ stage: 'all', regionId, documentId }}>
        征集期限、收到的意见
      </Link>
    </Fact>
  );
}

/** What was taken down last, as long as nothing else is public since. */
function Withdrawal({ shown: { withdrawn, publicEdition } }: Props): ReactNode {
  if (withdrawn === null || publicEdition !== null) return null;
  const { edition, at, reason, notice, hidesExistence } = withdrawn;
  return (
    <Fact label="已经撤回">
      <span>
        第{edition}版，<span className="figures">{shownMoment(at)}</span>撤回
      </span>
      <span>原因：{reason}</span>
      <small className="quiet">{hidesExistence ? '原地址不显示公告。' : `原地址显示的公告：${notice}`}</small>
    </Fact>
  );
}

/** What waits beside the chain: somebody's late approval, or answers of other organs. */
function Notes({ shown: { awaitsThirdPerson, coordinations } }: Props): ReactNode {
  const open = coordinations.filter(({ result }) => result === null);
  return (
    <>
      {awaitsThirdPerson && (
        <Alert
          className="problem"
          type="warning"
          showIcon
          role="status"
          title="紧急发布，等待补审"
          description="由起草人、紧急发布人以外的负责人或者分管领导补审；不同意的立即撤回并公告。"
        />
      )}
      {open.length > 0 && (
        <Alert
          className="problem"
          type="info"
          showIcon
          role="status"
          title="正在与其他机关协商"
          description={`等待${open.map(({ organ }) => organ).join('、')}的意见（条例第十一条），登记结果以前不能通过审查。`}
        />
      )}
    </>
  );
}

/** Where the document stands, until when it has to be public, and what of it is. */
export function DocumentHeader({ shown }: Props): ReactNode {
  const { status, edition, revision, content, organName } = shown;
  const decided = revision?.disclosureClass ?? content.disclosureClass;
  return (
    <section className="card document-header" aria-label="办理情况">
      <p className="document-state">
        <Tag color={status === 'published' ? 'success' : 'processing'}>{DOCUMENT_STATUSES[status]}</Tag>
        <span>
          {organName}，第{edition}版{revision !== null && `，提交的第${revision.number}稿`}
        </span>
      </p>
      <ChainLine shown={shown} />
      <LeakNote shown={shown} />
      <SameTextNote shown={shown} />
      <InterpretationNote shown={shown} />
      <Notes shown={shown} />
      <dl className="facts">
        <Fact label="公开属性">
          {decided === null ? <span className="late">还没有确定</span> : DISCLOSURE_CLASSES[decided].title}
        </Fact>
        <Deadline shown={shown} />
        <Publication shown={shown} />
        <Comments shown={shown} />
        <Withdrawal shown={shown} />
        <Cases shown={shown} />
      </dl>
    </section>
  );
}
