import { Link } from '@tanstack/react-router';
import { STATUSES } from '@zhaoshi/domain/application/status';
import { type ReactNode, useId } from 'react';
import type { ShownCase } from './shown-application.ts';
import { useOthers } from './use-related.ts';

const RELATIONS: Readonly<Record<string, string>> = {
  duplicateOf: '本件与它重复',
  sameMatter: '内容相同',
  jointReply: '合并答复',
  splitInto: '由本件拆分',
};

interface CaseLinkProps {
  readonly regionId: string;
  readonly applicationId: string;
  readonly registrationNumber: string;
}

/** The way to another case by its number. */
export const CaseLink = ({ regionId, applicationId, registrationNumber }: CaseLinkProps): ReactNode => (
  <Link to="/applications/$regionId/$applicationId" params={{ regionId, applicationId }}>
    {registrationNumber}
  </Link>
);

/** Cases that were linked, and a hint at others of the same applicant. */
export function RelatedCases({ shown }: { readonly shown: ShownCase }): ReactNode {
  const headingId = useId();
  const others = useOthers(shown);
  const { links, regionId } = shown;
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>相关申请</h2>
      {links.length === 0 && others.length === 0 && <p className="quiet">没有关联的申请。</p>}
      {links.length > 0 && (
        <ul className="rows">
          {links.map(({ relation, applicationId, registrationNumber }) => (
            <li key={`${relation} ${applicationId}`}>
              <CaseLink {...{ regionId, applicationId, registrationNumber }} />
              <span className="quiet">{RELATIONS[relation] ?? relation}</span>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <>
          <h3>同一申请人的其他申请</h3>
          <p className="quiet">内容相同且已经答复的，可以在“办理”的“该不该”中关联为重复申请。</p>
          <ul className="rows">
            {others.map((one) => (
              <li key={one.applicationId}>
                <span>
                  <CaseLink {...one} />
                  <small className="quiet">{one.summary}</small>
                </span>
                <span className="quiet">{STATUSES[one.status]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
