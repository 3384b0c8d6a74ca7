import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { inspectionRoutes } from '@zhaoshi/contract/routes/inspections';
import { INSPECTION_VERDICTS } from '@zhaoshi/domain/oversight/inspection';
import { App, Tag } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { FindingDialog } from './finding-dialog.tsx';
import type { Check, ShownInspection } from './shown-inspection.ts';
import { UnitOrders } from './unit-orders.tsx';
import './inspections.css';

interface Props {
  readonly shown: ShownInspection;
}

type Unit = ShownInspection['drawnFrom'][number];

const unitWords = ({ name, published }: Unit): string => `${name}（公开 ${published} 条）`;

/** From what was drawn; of one that looks again nothing was drawn. */
function Drawing({ shown }: Props): ReactNode {
  const { publishedFrom, publishedUntil, perUnit, seed, precedingId } = shown;
  if (precedingId !== null) {
    return (
      <>
        <dt>复查的范围</dt>
        <dd>上一次检查发现问题的信息</dd>
      </>
    );
  }
  return (
    <>
      <dt>抽取的范围</dt>
      <dd>
        {shownDate(publishedFrom)}至{shownDate(publishedUntil)}公开的信息，每个单位 {perUnit} 条
      </dd>
      <dt>抽签的种子</dt>
      <dd className="figures">{seed}</dd>
    </>
  );
}

function Plan({ shown }: Props): ReactNode {
  const headingId = useId();
  const { drawnFrom, checklist, items, checked, faults } = shown;
  const without = drawnFrom.filter(({ published }) => published === 0);
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>
        已检查 {checked}/{items} 条，有问题 {faults} 条
      </h2>
      <dl className="facts inspection-facts">
        <Drawing shown={shown} />
        <dt>单位</dt>
        <dd>
          {drawnFrom
            .filter(({ published }) => published > 0)
            .map(unitWords)
            .join('、')}
        </dd>
        {without.length > 0 && (
          <>
            <dt>没有公开信息</dt>
            <dd>{without.map(({ name }) => name).join('、')}，没有抽到</dd>
          </>
        )}
        <dt>检查项目</dt>
        <dd>{checklist.map(({ text }) => text).join('；')}</dd>
      </dl>
      <Again shown={shown} />
    </section>
  );
}

/** 复查, and the way between an inspection and those that look at its faults again. */
function Again({ shown }: Props): ReactNode {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const again = useChange(inspectionRoutes.again);
  const { regionId, inspectionId, precedingId, followingIds, faults, abilities } = shown;
  const open = (id: string): void =>
    void navigate({ to: '/inspections/$regionId/$inspectionId', params: { regionId, inspectionId: id } });
  return (
    <>
      <p>
        {precedingId !== null && (
          <Link to="/inspections/$regionId/$inspectionId" params={{ regionId, inspectionId: precedingId }}>
            上一次检查
          </Link>
        )}{' '}
        {followingIds.map((id, index) => (
          <Link key={id} to="/inspections/$regionId/$inspectionId" params={{ regionId, inspectionId: id }}>
            第{index + 1}次复查
          </Link>
        ))}
      </p>
      <AbilityButton
        needs="inspection.handle"
        abilities={abilities}
        hindrance={faults === 0 ? '没有登记发现问题的信息。' : undefined}
        loading={again.isPending}
        onClick={() =>
          again.mutate(
            { request: { params: { regionId, inspectionId } } },
            {
              onSuccess: (made) => {
                void message.success('已制定复查');
                open(made.inspectionId);
              },
            },
          )
        }
      >
        复查
      </AbilityButton>
      <ProblemAlert error={again.error} />
    </>
  );
}

const COLOURS = { inOrder: 'success', fault: 'error', notAssessable: 'default' } as const;

function CheckRow({
  shown,
  check,
  onFind,
}: Props & { readonly check: Check; readonly onFind: () => void }): ReactNode {
  const { unit, title, publicPath, publishedOn, verdict, faults, note, fileId, checkedBy, checkedOn } = check;
  const texts = new Map(shown.checklist.map(({ code, text }) => [code, text]));
  return (
    <li>
      <span>
        {publicPath === null ? (
          `${title}（已不公开）`
        ) : (
          <a href={publicPath} target="_blank" rel="noreferrer">
            {title}
          </a>
        )}{' '}
        {verdict !== null && <Tag color={COLOURS[verdict]}>{INSPECTION_VERDICTS[verdict]}</Tag>}
        <small className="quiet">
          {unit.name}，{shownDate(publishedOn)}公开
          {checkedBy !== null && checkedOn !== null && `；${checkedBy}，${shownDate(checkedOn)}检查`}
        </small>
        {faults.length > 0 && (
          <p className="inspection-note">
            没有做到：{faults.map((code) => texts.get(code) ?? code).join('；')}
          </p>
        )}
        {note !== '' && <p className="inspection-note">{note}</p>}
        {fileId !== null && (
          <p>
            <a href={`/api/files/${shown.regionId}/${fileId}/content`} download>
              下载照片
            </a>
          </p>
        )}
      </span>
      <AbilityButton size="small" needs="inspection.handle" abilities={shown.abilities} onClick={onFind}>
        {verdict === null ? '登记' : '修改'}
        <span className="for-readers">：{title}</span>
      </AbilityButton>
    </li>
  );
}

function Checks({ shown }: Props): ReactNode {
  const headingId = useId();
  const [item, setItem] = useState<number | null>(null);
  const { checks, precedingId } = shown;
  const open = checks.find((check) => check.item === item);
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>{precedingId === null ? '抽到的信息' : '复查的信息'}</h2>
      {checks.length === 0 && <p className="quiet">没有抽到信息。</p>}
      <ul className="rows">
        {checks.map((check) => (
          <CheckRow key={check.item} shown={shown} check={check} onFind={() => setItem(check.item)} />
        ))}
      </ul>
      {open !== undefined && <FindingDialog shown={shown} check={open} onClose={() => setItem(null)} />}
    </section>
  );
}

/** One inspection on its page. */
export function InspectionPage(): ReactNode {
  const params = useParams({ from: '/frame/inspections/$regionId/$inspectionId' });
  const { data, error, isPlaceholderData } = useRead(inspectionRoutes.read, { params });
  // While another inspection loads, the former one must not be taken for it.
  const shown = isPlaceholderData ? undefined : data;
  return (
    <>
      <PageHeader
        {...(shown !== undefined && { title: shown.title })}
        actions={<Link to="/inspections">返回监督检查</Link>}
      />
      <ProblemAlert error={error} />
      {shown === undefined && error === null && <Loading />}
      {shown !== undefined && (
        <>
          <Plan shown={shown} />
          <Checks shown={shown} />
          <UnitOrders shown={shown} />
        </>
      )}
    </>
  );
}
