import { DownloadOutlined } from '@ant-design/icons';
import { disputeRoutes } from '@zhaoshi/contract/routes/disputes';
import { Modal, Tag } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useDownload } from '../../app/use-download.ts';
import { useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownDispute, ShownProof } from './shown-dispute.ts';

function Need({ need }: { readonly need: ShownProof['needs'][number] }): ReactNode {
  const { words, source, found, wanted, isMissing } = need;
  return (
    <li>
      <span>
        <Tag color={isMissing ? 'error' : 'success'}>{isMissing ? '缺少' : '有'}</Tag>
        {words}
        <small className="quiet">
          {source}；{isMissing ? `需要：${wanted.join('，或者')}` : `已有：${found.join('、')}`}
        </small>
      </span>
    </li>
  );
}

interface MissingProps {
  readonly ground: string;
  readonly missing: readonly ShownProof['needs'][number][];
  readonly onExport: () => void;
  readonly onClose: () => void;
}

/** Says before the evidence leaves what must be shown for the ground and has nothing to show it. */
function MissingDialog({ ground, missing, onExport, onClose }: MissingProps): ReactNode {
  return (
    <Modal
      open
      title={`有${missing.length}项没有证据`}
      okText="仍然导出"
      cancelText="先去补齐"
      onOk={onExport}
      onCancel={onClose}
    >
      <p>“{ground}”由本机关举证，下列事项案卷和文书里没有材料；举证期限届满没有提交的，视为没有证据。</p>
      <ul className="rows">
        {missing.map((need) => (
          <Need key={need.words} need={need} />
        ))}
      </ul>
      <p className="quiet">证据目录只列已有的证据；缺少的写在“举证核对单（内部）”里。</p>
    </Modal>
  );
}

/** What the organ has to show, what is there and what is missing, and all of it as one file (法释〔2025〕8号5, 6). */
export function ProofCard({ shown }: { readonly shown: ShownDispute }): ReactNode {
  const headingId = useId();
  const { regionId, disputeId } = shown;
  const params = { regionId, disputeId };
  const { data, error } = useRead(disputeRoutes.proof, { params });
  const download = useDownload(disputeRoutes.evidence);
  const [isAsking, setAsking] = useState(false);
  const missing = data?.needs.filter(({ isMissing }) => isMissing) ?? [];
  const take = (): void => download.mutate({ params });
  return (
    <section className="card" aria-labelledby={headingId}>
      <div className="card-head">
        <h2 id={headingId}>举证</h2>
        {data !== undefined && (
          <AbilityButton
            size="small"
            icon={<DownloadOutlined aria-hidden />}
            needs="application.export"
            abilities={data.abilities}
            loading={download.isPending}
            onClick={() => (missing.length === 0 ? take() : setAsking(true))}
          >
            导出证据包
          </AbilityButton>
        )}
      </div>
      <ProblemAlert error={error ?? download.error} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          <p>
            争议的处理：{data.ground}
            {data.article !== '' && `（条例${data.article}）`}。
            {missing.length === 0
              ? '应当证明的事项都有材料。'
              : `还缺少${missing.length}项，请在举证期限内补齐。`}
          </p>
          <ul className="rows">
            {data.needs.map((need) => (
              <Need key={need.words} need={need} />
            ))}
          </ul>
          <p className="quiet">
            证据包含证据目录（Word、PDF）、案卷中的证据和校验清单，不含申请人的身份证明、没有公开的原件。案卷以外的证据，在“文书”处以“本机关的证据材料”上传。
          </p>
        </>
      )}
      {isAsking && data !== undefined && (
        <MissingDialog
          ground={data.ground}
          missing={missing}
          onExport={() => {
            setAsking(false);
            take();
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
