import { DownloadOutlined } from '@ant-design/icons';
import { useSearch } from '@tanstack/react-router';
import { applicationTransferRoutes } from '@zhaoshi/contract/routes/application-transfer';
import { Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../app/session.ts';
import { useDownload } from '../../app/use-download.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { filterOf } from './register-filter.ts';

/** Takes the register out as it is narrowed on the screen, after saying what is in it. */
export function ExportButton(): ReactNode {
  const { abilities, organ } = useSession();
  const search = useSearch({ from: '/frame/applications' });
  const [isAsked, setAsked] = useState(false);
  const download = useDownload(applicationTransferRoutes.exportRegister);
  const start = (): void => {
    if (organ === null) return;
    const { organId: _organ, ...body } = filterOf(search);
    const params = { regionId: organ.regionId, organId: organ.organId };
    download.mutate({ params, body }, { onSuccess: () => setAsked(false) });
  };
  return (
    <>
      <AbilityButton
        icon={<DownloadOutlined aria-hidden />}
        needs="application.export"
        abilities={abilities}
        onClick={() => setAsked(true)}
      >
        导出
      </AbilityButton>
      <Modal
        open={isAsked}
        title="导出申请登记簿"
        okText="导出"
        cancelText="取消"
        confirmLoading={download.isPending}
        onOk={start}
        onCancel={() => setAsked(false)}
      >
        <p>按现在的筛选条件导出本机关的申请（不含“申请人”一栏的查找）。</p>
        <p>
          文件里有申请人的姓名、证件号码、联系方式。请只在办公电脑上使用，用后删除；谁在什么时候导出过记入审计。
        </p>
        <ProblemAlert error={download.error} />
      </Modal>
    </>
  );
}
