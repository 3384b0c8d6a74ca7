import { useParams } from '@tanstack/react-router';
import { recordAmendmentRoutes } from '@zhaoshi/contract/routes/record-amendments';
import { AMENDMENT_CHANNELS, AMENDMENT_STATUSES } from '@zhaoshi/domain/application/record-amendment';
import { PERMISSIONS } from '@zhaoshi/domain/permission/permissions';
import { App } from 'antd';
import { type ReactNode, useId } from 'react';
import { addressOf } from '../../app/api.ts';
import { shownDate } from '../../app/moments.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ExportAmendment } from './amendment-export.tsx';
import { AmendmentDue } from './amendment-marks.tsx';
import { AmendmentOutcome } from './amendment-outcome.tsx';
import { DecideForm } from './decide-form.tsx';
import type { ShownAmendment } from './shown-amendment.ts';
import './record-amendments.css';

interface Props {
  readonly shown: ShownAmendment;
}

/** Who asks, which record, what is wrong, and the evidence. */
function Request({ shown }: Props): ReactNode {
  const headingId = useId();
  const { regionId, amendmentId, organName, status, channel, receivedOn, request, files } = shown;
  const address = (fileId: string): string =>
    addressOf(recordAmendmentRoutes.file.path, { params: { regionId, amendmentId, fileId } });
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>更正申请</h2>
      <dl className="facts">
        <dt>状态</dt>
        <dd>{AMENDMENT_STATUSES[status]}</dd>
        <dt>受理机关</dt>
        <dd>{organName}</dd>
        <dt>提交方式</dt>
        <dd>{AMENDMENT_CHANNELS[channel].title}</dd>
        <dt>收到日期</dt>
        <dd>{shownDate(receivedOn)}</dd>
        <dt>办理期限</dt>
        <dd>
          <AmendmentDue row={shown} />
        </dd>
        <dt>申请人</dt>
        <dd>{request.name}</dd>
        <dt>证件号码</dt>
        <dd>{request.identityNumber}</dd>
        <dt>联系电话</dt>
        <dd>{request.phone}</dd>
        <dt>哪一项信息</dt>
        <dd>{request.record}</dd>
        <dt>不准确的内容，正确的内容</dt>
        <dd className="amendment-text">{request.fault}</dd>
        <dt>证据材料</dt>
        <dd>
          {files.length === 0 && <span className="quiet">没有上传，见纸质材料</span>}
          {files.map(({ fileId, name }) => (
            <a key={fileId} href={address(fileId)} download>
              {name}
            </a>
          ))}
        </dd>
      </dl>
    </section>
  );
}

/** The decision that is made, or the form to make it. */
function Decision({ shown }: Props): ReactNode {
  const { message } = App.useApp();
  const decide = useChange(recordAmendmentRoutes.decide, { also: ['desk'] });
  if (shown.decision !== null) return <AmendmentOutcome shown={shown} />;
  if (!shown.abilities.includes('recordAmendment.decide')) {
    return (
      <section className="card">
        <h2>办理</h2>
        <p className="quiet">
          需要“{PERMISSIONS['recordAmendment.decide'].title}”的权限，由政府信息公开工作机构的人员办理。
        </p>
      </section>
    );
  }
  return (
    <DecideForm shown={shown} decide={decide} onDone={() => void message.success('已决定，文书已生成')} />
  );
}

/** One request to amend a record. */
export function AmendmentPage(): ReactNode {
  const params = useParams({ from: '/frame/record-amendments/$regionId/$amendmentId' });
  const { data, error } = useRead(recordAmendmentRoutes.read, { params });
  return (
    <>
      <PageHeader
        {...(data !== undefined && {
          title: `更正申请 ${data.number}`,
          actions: <ExportAmendment shown={data} />,
        })}
      />
      <ProblemAlert error={error} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          <Request shown={data} />
          <Decision shown={data} />
        </>
      )}
    </>
  );
}
