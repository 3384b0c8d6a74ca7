import { Link } from '@tanstack/react-router';
import { periodOf } from '@zhaoshi/domain/application/filing-period';
import { STATUSES } from '@zhaoshi/domain/application/status';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { type ReactNode, useId } from 'react';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { NOTHING_GIVEN, type OpenedAct } from './acts/act-values.ts';
import type { ShownCase } from './shown-application.ts';
import { type Similar, type SimilarCase, useSimilar } from './use-similar.ts';
import { hindranceOf } from './workbench-questions.ts';
import { CaseLink } from './workbench-related.tsx';

interface Props {
  readonly shown: ShownCase;
  readonly onOpen: (opened: OpenedAct) => void;
}

/** How each kind of likeness would be linked. */
const LINKS: Readonly<Record<SimilarCase['kind'], { readonly relation: string; readonly words: string }>> = {
  duplicate: { relation: 'duplicateOf', words: '关联为重复申请' },
  // Nothing is repeated before the earlier one is answered (条例36(6)); both can be answered together.
  sameApplicantOpen: { relation: 'jointReply', words: '关联为合并答复' },
  sameMatter: { relation: 'sameMatter', words: '关联为内容相同' },
};

/** How often the applicant applied lately: a signal of number and frequency (条例35), decided by a person. */
function Filings({ filings: { months, quarters, isRemarkable } }: Pick<Similar, 'filings'>): ReactNode {
  const today = civilDateAt(new Date());
  const countIn = (all: typeof months, by: 'month' | 'quarter'): number =>
    all.find(({ period }) => period === periodOf(today, by))?.count ?? 0;
  return (
    <p>
      该申请人本月申请 <b>{countIn(months, 'month')}</b> 件，本季度申请 <b>{countIn(quarters, 'quarter')}</b>{' '}
      件。
      {isRemarkable &&
        '近一年有的月份件数超过了本机关设定的提示数；是否明显超过合理范围由经办人判断，可以要求说明理由（条例第三十五条）。'}
    </p>
  );
}

function SimilarRow({ shown, onOpen, similar }: Props & { readonly similar: SimilarCase }): ReactNode {
  const { kind, applicationId, registrationNumber, applicant, summary, status, reasons } = similar;
  const { relation, words } = LINKS[kind];
  const isLinked = shown.links.some((link) => link.applicationId === applicationId);
  const given = { ...NOTHING_GIVEN, act: { relation, otherId: applicationId } };
  return (
    <li>
      <span className="similar-case">
        <CaseLink {...{ regionId: shown.regionId, applicationId, registrationNumber }} />
        <span className="quiet">
          {' '}
          {applicant}，{STATUSES[status]}
        </span>
        <small>{summary}</small>
        <small className="quiet">{reasons.join('；')}。</small>
      </span>
      {isLinked ? (
        <span className="quiet">已经关联</span>
      ) : (
        <AbilityButton
          size="small"
          needs="application.handle"
          abilities={shown.abilities}
          hindrance={hindranceOf('linkCase', shown)}
          onClick={() => onOpen({ type: 'linkCase', given })}
        >
          {words}
          <span className="for-readers">：{registrationNumber}</span>
        </AbilityButton>
      )}
    </li>
  );
}

function Group({
  title,
  cases,
  ...props
}: Props & { readonly title: string; readonly cases: readonly SimilarCase[] }): ReactNode {
  if (cases.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="rows">
        {cases.map((similar) => (
          <SimilarRow key={similar.applicationId} {...props} similar={similar} />
        ))}
      </ul>
    </>
  );
}

/** Where several applicants asked for the same: the way to propose that it be published (条例44). */
function Promotion({ shown, onOpen, applicants }: Props & { readonly applicants: number }): ReactNode {
  if (applicants < 2) return null;
  const isProposed = shown.events.some(({ type }) => type === 'proposePromotion');
  const reason = `共有${applicants}个申请人申请相同的信息，可以考虑转为主动公开（条例第四十四条）。`;
  return (
    <p className="similar-promotion">
      <span>{reason}</span>
      {isProposed ? (
        <span className="quiet">已经建议转为主动公开。</span>
      ) : (
        <AbilityButton
          size="small"
          needs="application.handle"
          abilities={shown.abilities}
          hindrance={hindranceOf('proposePromotion', shown)}
          onClick={() => onOpen({ type: 'proposePromotion', given: { ...NOTHING_GIVEN, texts: { reason } } })}
        >
          填写主动公开建议
        </AbilityButton>
      )}
    </p>
  );
}

/** Cases that may repeat this one or ask for the same, with the reasons; the system suggests, a person decides. */
export function SimilarCases({ shown, onOpen }: Props): ReactNode {
  const headingId = useId();
  const { data, error } = useSimilar(shown);
  const own = data?.cases.filter(({ kind }) => kind !== 'sameMatter') ?? [];
  const others = data?.cases.filter(({ kind }) => kind === 'sameMatter') ?? [];
  return (
    <section className="card similar" aria-labelledby={headingId}>
      <h2 id={headingId}>重复和相近的申请</h2>
      <ProblemAlert error={error} />
      {data !== undefined && (
        <>
          <Filings filings={data.filings} />
          {data.cases.length === 0 ? (
            <p className="quiet">没有发现内容相同或者相近的申请。</p>
          ) : (
            <p className="quiet">按申请内容比对得出，只作提示；是否重复、相同，由经办人判断。</p>
          )}
          <Group title="同一申请人同样内容（可能重复）" cases={own} shown={shown} onOpen={onOpen} />
          <Group
            title="不同申请人相近内容（可考虑主动公开，条例第四十四条）"
            cases={others}
            shown={shown}
            onOpen={onOpen}
          />
          <Promotion shown={shown} onOpen={onOpen} applicants={data.differentApplicants} />
        </>
      )}
    </section>
  );
}

/** The way to cases that may repeat this one, where there are any; and that its applicant applies remarkably often. */
export function SimilarHint({ shown }: { readonly shown: ShownCase }): ReactNode {
  const { regionId, applicationId } = shown;
  const { data } = useSimilar(shown);
  const open = data?.cases.filter(
    (one) => !shown.links.some((link) => link.applicationId === one.applicationId),
  );
  const words = [
    ...(open !== undefined && open.length > 0 ? [`有${open.length}件重复或者相近的申请`] : []),
    ...(data?.filings.isRemarkable === true ? ['该申请人申请较多'] : []),
  ];
  if (words.length === 0) return null;
  return (
    <Link
      to="/applications/$regionId/$applicationId"
      params={{ regionId, applicationId }}
      search={{ view: 'related' }}
      resetScroll={false}
    >
      {words.join('，')}，查看
    </Link>
  );
}
