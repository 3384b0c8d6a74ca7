import { Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { FindingList } from './finding-item.tsx';
import { FINDING_GROUP_IDS, FINDING_GROUPS, type FindingGroup, groupOf } from './findings.ts';
import type { ShownReport } from './shown-report.ts';
import type { ReportForm } from './use-report-form.ts';

interface Props {
  readonly shown: ShownReport;
  readonly form: ReportForm;
}

const STATES = {
  done: '',
  running: '正在校验……',
  failed: '没有连上服务器，以下是上一次的校验结果；您填写的内容已暂存，稍后会再校验。',
} as const;

/** Everything that the rules find, by how grave it is. */
export function FindingsCard({ shown, form }: Props): ReactNode {
  const [picked, setPicked] = useState<FindingGroup | null>(null);
  const { findings } = form.computed;
  const byGroup = Map.groupBy(findings, groupOf);
  const groups = FINDING_GROUP_IDS.filter((group) => byGroup.has(group));
  const chosen = picked !== null && byGroup.has(picked) ? picked : groups[0];
  return (
    <section className="card" aria-labelledby="report-findings">
      <div className="card-head">
        <h2 id="report-findings" tabIndex={-1}>
          校验结果
        </h2>
        <span className="quiet" role="status">
          {STATES[form.checkState]}
        </span>
      </div>
      {chosen === undefined ? (
        <p>没有发现问题。</p>
      ) : (
        <>
          <Radio.Group
            className="finding-groups"
            aria-label="校验结果的类别"
            optionType="button"
            value={chosen}
            onChange={({ target }) =>
              setPicked(FINDING_GROUP_IDS.find((group) => group === target.value) ?? null)
            }
            options={groups.map((group) => ({
              value: group,
              label: `${FINDING_GROUPS[group]} ${byGroup.get(group)?.length ?? 0}`,
            }))}
          />
          <FindingList
            shown={shown}
            form={form}
            findings={byGroup.get(chosen) ?? []}
            label={FINDING_GROUPS[chosen]}
          />
        </>
      )}
    </section>
  );
}
