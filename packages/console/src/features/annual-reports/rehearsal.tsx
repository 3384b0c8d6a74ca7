import { REPORT_REFUSALS } from '@zhaoshi/domain/annual-report/work/report-refusals';
import { Modal, Tag } from 'antd';
import type { ReactNode } from 'react';
import { FINDING_GROUPS, groupOf, stopping } from './findings.ts';
import { goTo, type ShownReport, targetOf } from './shown-report.ts';
import type { ReportForm } from './use-report-form.ts';

const OF_FINDINGS = [REPORT_REFUSALS['findings-block'], REPORT_REFUSALS['findings-unexplained']];

/** What is against asking for the signature beside the findings, which are listed one by one. */
function otherReasons({ acts }: ShownReport): readonly string[] {
  const act = acts.find(({ type }) => type === 'askSignature');
  if (act === undefined) return ['按您的角色，提请签发由编写单位的人员办理。'];
  return act.refusals.filter((refusal) => !OF_FINDINGS.some((words) => refusal.startsWith(words)));
}

interface Props {
  readonly shown: ShownReport;
  readonly form: ReportForm;
  readonly onClose: () => void;
}

/** Everything that would stop the report from going to the signer, as it stands on the screen; nothing is done. */
export function Rehearsal({ shown, form, onClose }: Props): ReactNode {
  const findings = stopping(form.computed.findings);
  const reasons = otherReasons(shown);
  const count = findings.length + reasons.length;
  return (
    <Modal open title="预演提请签发" width={720} footer={null} onCancel={onClose}>
      <p>
        {count === 0
          ? '没有发现会拦住的问题，可以提请签发。'
          : `按现在页面上的内容提请签发，会被以下 ${count} 处拦住。预演不改动任何内容。`}
      </p>
      {reasons.length > 0 && (
        <ul className="rows">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {findings.length > 0 && (
        <ul className="rows" aria-label="会拦住的校验结果">
          {findings.map((finding) => {
            const target = targetOf(finding);
            return (
              <li key={finding.id}>
                <span>
                  <Tag color={finding.severity === 'block' ? 'error' : 'warning'}>
                    {FINDING_GROUPS[groupOf(finding)]}
                  </Tag>
                  {finding.message}
                </span>
                {target !== null && (
                  <button
                    type="button"
                    className="as-link"
                    aria-label={`查看位置：${finding.message}`}
                    onClick={() => {
                      onClose();
                      // After the dialog has given the focus back.
                      setTimeout(() => goTo(target), 300);
                    }}
                  >
                    查看位置
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Modal>
  );
}
