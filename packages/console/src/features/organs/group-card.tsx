import { organOfficeRoutes } from '@zhaoshi/contract/routes/organ-offices';
import { GROUP_DUTIES } from '@zhaoshi/domain/organ/leading-group';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useEditing } from '../../app/use-editing.ts';
import { useRead } from '../../app/use-route.ts';
import { EditCard } from '../../ui/edit-card.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { GroupForm } from './group-form.tsx';
import { groupValues } from './group-values.ts';
import { type ShownGroup, type ShownOrgan, today } from './shown-organ.ts';

type Member = ShownGroup['formerMembers'][number];

function Roster({
  caption,
  members,
}: {
  readonly caption: string;
  readonly members: readonly Member[];
}): ReactNode {
  return (
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="plain roster">
        <thead>
          <tr>
            <th scope="col">职责</th>
            <th scope="col">姓名</th>
            <th scope="col">职务</th>
            <th scope="col">任职时间</th>
          </tr>
        </thead>
        <tbody>
          {members.map(({ memberId, duty, name, post, validFrom, validTo }) => (
            <tr key={memberId}>
              <td>{GROUP_DUTIES[duty]}</td>
              <th scope="row">
                {name}
                {validFrom > today() && <Tag color="processing">尚未任职</Tag>}
              </th>
              <td>{post}</td>
              <td className="figures">
                {shownDate(validFrom)}至{validTo === null ? '今' : `${shownDate(validTo)}前`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GroupFacts({ shown: { group, formerMembers } }: { readonly shown: ShownGroup }): ReactNode {
  if (group === null) {
    return <p>还没有填写。设有政府信息公开工作领导小组的，请按成立文件填写；没有设立的，不必填写。</p>;
  }
  const { name, documentNumber, establishedOn, office, members } = group;
  return (
    <>
      <dl className="facts">
        <dt>名称</dt>
        <dd>{name}</dd>
        <dt>成立文件</dt>
        <dd>{documentNumber ?? <span className="quiet">未填写</span>}</dd>
        <dt>成立日期</dt>
        <dd>{establishedOn === null ? <span className="quiet">未填写</span> : shownDate(establishedOn)}</dd>
        <dt>办公室设在</dt>
        <dd>{office ?? <span className="quiet">未填写</span>}</dd>
      </dl>
      <h3 className="sub-heading">成员</h3>
      {members.length === 0 ? (
        <p className="quiet">还没有成员。</p>
      ) : (
        <Roster caption="成员" members={members} />
      )}
      {formerMembers.length > 0 && (
        <details className="former">
          <summary>已离任的成员（{formerMembers.length} 人）</summary>
          <Roster caption="已离任的成员" members={formerMembers} />
        </details>
      )}
    </>
  );
}

function LoadedGroup({ organ, shown }: { readonly organ: ShownOrgan; readonly shown: ShownGroup }) {
  const editing = useEditing(`leadingGroup.edit/${organ.organId}`, shown, groupValues);
  return (
    <EditCard
      title="政府信息公开工作领导小组"
      verb={shown.group === null ? '填写' : '修改'}
      needs="organ.edit"
      abilities={shown.abilities}
      editing={editing}
      view={<GroupFacts shown={shown} />}
      form={<GroupForm editing={editing} />}
    />
  );
}

/** The organ's leading group with its members over time. */
export function GroupCard({ organ }: { readonly organ: ShownOrgan }): ReactNode {
  const { regionId, organId } = organ;
  const { data, error } = useRead(organOfficeRoutes.readLeadingGroup, { params: { regionId, organId } });
  if (data?.organId === organId) return <LoadedGroup organ={organ} shown={data} />;
  return (
    <section className="card">
      <h2>政府信息公开工作领导小组</h2>
      {error === null ? <Loading /> : <ProblemAlert error={error} />}
    </section>
  );
}
