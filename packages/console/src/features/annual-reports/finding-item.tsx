import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { Button, Form, Input, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useChange } from '../../app/use-route.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { explainedBy, FINDING_GROUPS, groupOf, isOpen, mayConfirm, mayExplain } from './findings.ts';
import { goTo, type ShownFinding, type ShownReport, targetOf } from './shown-report.ts';
import { paramsOf, type ReportForm } from './use-report-form.ts';

const COLORS = {
  block: 'error',
  warn: 'warning',
  notice: 'warning',
  hint: 'default',
  waived: 'success',
  notEvaluated: 'default',
} as const;

interface Props {
  readonly shown: ShownReport;
  readonly form: ReportForm;
  readonly finding: ShownFinding;
}

/** Giving a reason for a finding, or taking it back. What is typed is saved before: the reason is for what it says. */
function Explanation({ shown, form, finding }: Props): ReactNode {
  const [isGiving, setGiving] = useState(false);
  // Of a report that came as a file its receiver gives the reasons.
  const waive = useChange(shown.isOwn ? annualReportRoutes.waive : annualReportRoutes.explainReceived);
  const send = async (reason: string): Promise<void> => {
    const { editing } = form;
    if (editing?.draft.isDirty === true && (await editing.save()) === null) return;
    const params = { ...paramsOf(shown), findingId: finding.id };
    waive.mutate(
      { request: { params, body: { reason } } },
      {
        onSuccess: (report) => {
          setGiving(false);
          editing?.adopt(report);
        },
      },
    );
  };
  if (!isGiving) {
    return (
      <>
        <ProblemAlert error={waive.error} />
        <Button size="small" onClick={() => setGiving(true)}>
          {finding.waiver === undefined ? '说明理由' : '修改理由'}
        </Button>
        {finding.waiver !== undefined && (
          <Button size="small" loading={waive.isPending} onClick={() => void send('')}>
            收回理由
          </Button>
        )}
      </>
    );
  }
  return (
    <Form<{ readonly reason: string }>
      layout="vertical"
      requiredMark={false}
      className="finding-form"
      initialValues={{ reason: finding.waiver?.reason ?? '' }}
      onFinish={({ reason }) => void send(reason)}
    >
      <Form.Item
        name="reason"
        label="理由（写明核对了什么、情况怎样）"
        rules={[
          { required: true, whitespace: true, message: '请写明理由' },
          { max: 1000, message: '不超过 1000 字' },
        ]}
      >
        <Input.TextArea rows={2} autoFocus className="growing" />
      </Form.Item>
      <ProblemAlert error={waive.error} />
      <div className="actions">
        <Button type="primary" size="small" htmlType="submit" loading={waive.isPending}>
          保存理由
        </Button>
        <Button size="small" onClick={() => setGiving(false)}>
          取消
        </Button>
      </div>
    </Form>
  );
}

/** Saying that a sentence means what was read from it, whereupon it must be mended; or taking that back. */
function Meaning({ shown, form, finding }: Props): ReactNode {
  const confirm = useChange(annualReportRoutes.confirm);
  const isConfirmed = finding.confirmation !== undefined;
  const send = async (): Promise<void> => {
    const { editing } = form;
    if (editing?.draft.isDirty === true && (await editing.save()) === null) return;
    const params = { ...paramsOf(shown), findingId: finding.id };
    confirm.mutate(
      { request: { params, body: { isRight: !isConfirmed } } },
      { onSuccess: (report) => editing?.adopt(report) },
    );
  };
  return (
    <>
      <ProblemAlert error={confirm.error} />
      <Button
        size="small"
        loading={confirm.isPending}
        onClick={() => void send()}
        title={isConfirmed ? '' : '确认以后须改正正文或者表格，不改正的不能报送、公布'}
      >
        {isConfirmed ? '收回确认' : '确认正文有误'}
      </Button>
    </>
  );
}

/** The two sides of a finding and their difference, where there are figures. */
function Sides({ finding: { left, right, difference, cellNames } }: Pick<Props, 'finding'>): ReactNode {
  const isFigures = typeof left === 'number' && typeof right === 'number';
  return (
    <>
      {cellNames.length > 0 && (
        <p className="quiet">
          位置：{cellNames.slice(0, 8).join('、')}
          {cellNames.length > 8 && ` 等 ${cellNames.length} 格`}
        </p>
      )}
      {isFigures && (
        <p className="quiet">
          {left} 与 {right}
          {difference !== null && difference !== 0 && `，相差 ${difference}`}
        </p>
      )}
    </>
  );
}

/** One finding: what is wrong; opened, its basis, sides, suggestion, and what can be done about it. */
function FindingItem({ shown, form, finding }: Props): ReactNode {
  const { rule, message, basis, suggestion, note, mends, waiver, passage, confirmation } = finding;
  const group = groupOf(finding);
  const { editing } = form;
  const target = targetOf(finding);
  const why = explainedBy(finding, shown.waivesAs);
  const apply = (): void =>
    editing?.change({
      typed: {
        ...form.values.typed,
        ...Object.fromEntries(mends.map(({ cell, value }) => [cell, String(value)])),
      },
    });
  return (
    <details className={`finding finding-${group}`}>
      <summary>
        <Tag color={COLORS[group]}>{FINDING_GROUPS[group]}</Tag>
        {message}
      </summary>
      <div className="finding-more">
        {passage !== undefined && passage.text !== '' && <blockquote>{passage.text}</blockquote>}
        <Sides finding={finding} />
        {suggestion !== undefined && <p>建议：{suggestion}</p>}
        {note !== undefined && <p className="quiet">{note}</p>}
        {waiver !== undefined && (
          <p>
            已说明：{waiver.reason}
            <small className="quiet">
              （{waiver.by}，{shownMoment(waiver.at)}）
            </small>
          </p>
        )}
        {confirmation !== undefined && (
          <p>
            已确认正文是这个意思，须改正
            <small className="quiet">
              （{confirmation.by}，{shownMoment(confirmation.at)}）
            </small>
          </p>
        )}
        <p className="quiet">
          依据：{basis}（{rule}）
        </p>
        {why !== null && <p className="quiet">{why}</p>}
        <div className="actions">
          {target !== null && (
            <Button size="small" onClick={() => goTo(target)}>
              查看位置
            </Button>
          )}
          {editing !== null && isOpen(finding) && mends.length > 0 && (
            <Button size="small" onClick={apply}>
              按建议填入
            </Button>
          )}
          {mayConfirm(finding, shown.waivesAs) && form.editing !== null && (
            <Meaning shown={shown} form={form} finding={finding} />
          )}
          {mayExplain(finding, shown.waivesAs) && <Explanation shown={shown} form={form} finding={finding} />}
        </div>
      </div>
    </details>
  );
}

interface ListProps extends Omit<Props, 'finding'> {
  readonly findings: readonly ShownFinding[];
  /** For people who hear it. */
  readonly label: string;
}

/** Findings one below the other. */
export const FindingList = ({ findings, label, ...rest }: ListProps): ReactNode =>
  findings.length > 0 && (
    <ul className="plain-list finding-list" aria-label={label}>
      {findings.map((finding) => (
        <li key={finding.id}>
          <FindingItem {...rest} finding={finding} />
        </li>
      ))}
    </ul>
  );
