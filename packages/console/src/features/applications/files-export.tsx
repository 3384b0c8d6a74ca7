import { DownloadOutlined } from '@ant-design/icons';
import { applicationFileRoutes } from '@zhaoshi/contract/routes/application-files';
import { hasCaseFile } from '@zhaoshi/domain/application/case-bundle';
import type { ReactNode } from 'react';
import { useDownload } from '../../app/use-download.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownCase } from './shown-application.ts';

/** The whole case as one file, once it is closed (一申请一卷). */
export function ExportCaseFile({ shown }: { readonly shown: ShownCase }): ReactNode {
  const { regionId, applicationId, status, abilities } = shown;
  const download = useDownload(applicationFileRoutes.caseFile);
  return (
    <>
      <AbilityButton
        icon={<DownloadOutlined aria-hidden />}
        needs="application.export"
        abilities={abilities}
        hindrance={hasCaseFile(status) ? undefined : '办结以后才能导出案卷。'}
        loading={download.isPending}
        onClick={() => download.mutate({ params: { regionId, applicationId } })}
      >
        导出案卷
      </AbilityButton>
      <ProblemAlert error={download.error} title="案卷没有导出" />
    </>
  );
}
