import { DownloadOutlined } from '@ant-design/icons';
import { recordAmendmentRoutes } from '@zhaoshi/contract/routes/record-amendments';
import type { ReactNode } from 'react';
import { useDownload } from '../../app/use-download.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownAmendment } from './shown-amendment.ts';

/** All of a request as one file, once it is decided (一申请一卷). */
export function ExportAmendment({ shown }: { readonly shown: ShownAmendment }): ReactNode {
  const { regionId, amendmentId, status, abilities } = shown;
  const download = useDownload(recordAmendmentRoutes.caseFile);
  return (
    <>
      <AbilityButton
        icon={<DownloadOutlined aria-hidden />}
        needs="application.export"
        abilities={abilities}
        hindrance={status === 'received' ? '决定以后才能导出案卷。' : undefined}
        loading={download.isPending}
        onClick={() => download.mutate({ params: { regionId, amendmentId } })}
      >
        导出案卷
      </AbilityButton>
      <ProblemAlert error={download.error} title="案卷没有导出" />
    </>
  );
}
