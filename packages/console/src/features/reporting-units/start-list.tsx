import { reportingUnitRoutes } from '@zhaoshi/contract/routes/reporting-units';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { App } from 'antd';
import { type ReactNode, useState } from 'react';
import { useChange } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ConfirmChange } from '../../ui/confirm-change.tsx';

interface Props {
  readonly regionId: string;
  readonly reportYear: number;
  /** The year before has a list. */
  readonly isCopied: boolean;
  readonly abilities: readonly Permission[];
}

/** A year that has no list yet, and the way to one. */
export function StartList({ regionId, reportYear, isCopied, abilities }: Props): ReactNode {
  const [asking, setAsking] = useState(false);
  const start = useChange(reportingUnitRoutes.start, { also: ['desk'] });
  const { message } = App.useApp();
  const source = isCopied ? `从 ${reportYear - 1} 年度的名单复制` : '列出本地区全部机关和下级政府';
  return (
    <section className="card">
      <h2>{reportYear} 年度的名单还没有建立</h2>
      <p>建立时{source}，再逐个核对。名单是催报和汇总这一年度报告的依据。</p>
      <AbilityButton
        type="primary"
        needs="reportingUnit.manage"
        abilities={abilities}
        onClick={() => {
          start.reset();
          setAsking(true);
        }}
      >
        建立 {reportYear} 年度名单
      </AbilityButton>
      <ConfirmChange
        open={asking}
        title={`建立 ${reportYear} 年度报送单位名单`}
        confirm="建立"
        busy={start.isPending}
        error={start.error}
        onCancel={() => setAsking(false)}
        onConfirm={() =>
          start.mutate(
            { request: { params: { regionId, reportYear } } },
            {
              onSuccess: ({ units }) => {
                setAsking(false);
                void message.success(`已建立，共 ${units.length} 个单位，请逐个核对`);
              },
            },
          )
        }
      >
        <p>
          {source}
          {isCopied && '，顺序和不报送的理由一并带来'}；{reportYear}{' '}
          年内新设的机关自动加入，年内撤销的列为不报送并写明承接机关。
        </p>
        <p>建立后可以随时修改，每次修改都写入审计记录。</p>
      </ConfirmChange>
    </section>
  );
}
