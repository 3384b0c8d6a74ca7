import { Link, useParams } from '@tanstack/react-router';
import { organRoutes } from '@zhaoshi/contract/routes/organs';
import { isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import type { ReactNode } from 'react';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ContactCard } from './contact-card.tsx';
import { GroupCard } from './group-card.tsx';
import { OfficeCard } from './office-card.tsx';
import { OrganBasics } from './organ-basics.tsx';
import { Successions } from './successions.tsx';

/** One organ: what it is and where it stands, how to reach it, its office and leading group, what became of it. */
export function OrganPage(): ReactNode {
  const params = useParams({ from: '/frame/organs/$regionId/$organId' });
  const { data, error, isPlaceholderData } = useRead(organRoutes.read, { params });
  // While another organ loads, the former one must not be taken for it.
  const organ = isPlaceholderData ? undefined : data;
  return (
    <>
      <PageHeader
        {...(organ !== undefined && { title: organ.name })}
        actions={<Link to="/organs">返回机关列表</Link>}
      />
      <ProblemAlert error={error} />
      {organ === undefined && error === null && <Loading />}
      {organ !== undefined && (
        // Another organ is another form.
        <div key={organ.organId}>
          <OrganBasics organ={organ} />
          <ContactCard organ={organ} />
          {isOrganInLaw(organ.kind) && (
            <>
              <OfficeCard organ={organ} />
              <GroupCard organ={organ} />
              <Successions organ={organ} />
            </>
          )}
        </div>
      )}
    </>
  );
}
