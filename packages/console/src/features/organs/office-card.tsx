import { organOfficeRoutes } from '@zhaoshi/contract/routes/organ-offices';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useEditing } from '../../app/use-editing.ts';
import { useRead } from '../../app/use-route.ts';
import { EditCard } from '../../ui/edit-card.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { OFFICE_LABELS, OFFICE_LINES, OfficeForm, officeValues, REQUIRED_LINES } from './office-form.tsx';
import type { ShownOffice, ShownOrgan } from './shown-organ.ts';

function OfficeFacts({ shown: { office } }: { readonly shown: ShownOffice }): ReactNode {
  if (office === null) {
    return (
      <p>
        还没有填写。条例第四条要求指定机构负责政府信息公开的日常工作；第十二条要求在公开指南中写明其名称、地址、时间和联系方式。
      </p>
    );
  }
  return (
    <>
      <dl className="facts">
        {OFFICE_LINES.map((name) => (
          <div key={name} className="fact">
            <dt>{OFFICE_LABELS[name]}</dt>
            <dd>
              {office[name] ??
                (REQUIRED_LINES.has(name) ? (
                  <Tag color="warning">未填写，公开指南须写明（条例第十二条）</Tag>
                ) : (
                  <span className="quiet">未填写</span>
                ))}
            </dd>
          </div>
        ))}
      </dl>
      <h3 className="sub-heading">具体职能（条例第四条第二款）</h3>
      <ol className="duties">
        {office.duties.map((duty) => (
          <li key={duty}>{duty}</li>
        ))}
      </ol>
    </>
  );
}

function LoadedOffice({ organ, shown }: { readonly organ: ShownOrgan; readonly shown: ShownOffice }) {
  const editing = useEditing(`disclosureOffice.edit/${organ.organId}`, shown, officeValues);
  return (
    <EditCard
      title="政府信息公开工作机构"
      verb={shown.office === null ? '填写' : '修改'}
      needs="organ.edit"
      abilities={shown.abilities}
      editing={editing}
      view={<OfficeFacts shown={shown} />}
      form={<OfficeForm editing={editing} />}
    />
  );
}

/** The organ's disclosure office (条例4 and 12). */
export function OfficeCard({ organ }: { readonly organ: ShownOrgan }): ReactNode {
  const { regionId, organId } = organ;
  const { data, error } = useRead(organOfficeRoutes.readDisclosureOffice, { params: { regionId, organId } });
  if (data?.organId === organId) return <LoadedOffice organ={organ} shown={data} />;
  return (
    <section className="card">
      <h2>政府信息公开工作机构</h2>
      {error === null ? <Loading /> : <ProblemAlert error={error} />}
    </section>
  );
}
