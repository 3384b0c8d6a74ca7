import { type ReportActType, SIGNED_REPORT_ACTS } from '@zhaoshi/domain/annual-report/work/report-act';
import { Button, Form, Input } from 'antd';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useMarks } from '../annual-report-board/mark-picker.tsx';
import type { ShownReport } from './shown-report.ts';
import { sendingOf, useReportAct } from './use-report-act.tsx';
import type { ReportForm } from './use-report-form.ts';

type OfferedAct = ShownReport['acts'][number];

/** What follows from an act, where it does not follow from its name. */
const CONSEQUENCES: Readonly<Partial<Record<ReportActType, string>>> = {
  recordSecrecyReview: '记入办理经过；以后文字又有改动的，须重新审查。',
  askSignature: '各表数字和所计案件封存，文字和数字不能再改；要改的先撤回送签。',
  takeBack: '封存解除，回到编写中，可以继续修改。',
  sendBack: '退回编写，理由显示在办理经过里。',
  sign: '报告送主管部门审核接收；没有上级使用本系统的，直接可以公布。',
  returnForMending: '退回报送单位修改；汇总里不再计算这份报告，直到重新报送。',
  accept: '报告计入汇总，可以公布。',
  publish: '立即对外公开：网页、Word、PDF、Excel 同时更新。公布以后只能更正重报。',
  restate: '开始新的一版；新的一版公布以前，原来的一版一直在网上。',
  discardRestatement: '放弃这一次更正，已公布的报告不受影响。',
};

const isSigned = (type: ReportActType): boolean => SIGNED_REPORT_ACTS.some((signed) => signed === type);

interface Props {
  readonly shown: ShownReport;
  readonly form: ReportForm;
  readonly act: OfferedAct;
  readonly onClose: () => void;
}

type Words = Readonly<Record<string, string | undefined>>;

/** The form of one act: what the law asks, the words, what follows, and the button that does it. */
export function ActForm({ shown, form, act, onClose }: Props): ReactNode {
  const { type, title, law, texts } = act;
  const { editing } = form;
  const acting = useReportAct(shown, {
    onDone: (report) => {
      editing?.adopt(report);
      onClose();
    },
  });
  const marks = useMarks(shown, null);
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const submit = async (words: Words): Promise<void> => {
    // What is typed goes with the act, not past it.
    const saved = editing?.draft.isDirty === true ? await editing.save() : shown;
    if (saved === null) return;
    const given = Object.fromEntries(Object.entries(words).map(([key, text]) => [key, text ?? '']));
    const sending = sendingOf(type, given, { shown: saved, marks });
    if (sending !== null) acting.send(type, sending, saved.version);
  };
  return (
    <section className="act-form" aria-labelledby={headingId}>
      <h3 id={headingId} ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <p className="law-sentence">{law}</p>
      <Form<Words> layout="vertical" requiredMark={false} onFinish={(words) => void submit(words)}>
        {type === 'returnForMending' && (
          <>
            <h4>需要修改的地方（逐格、逐句勾选）</h4>
            {marks.picker}
          </>
        )}
        {texts.map(({ key, title: label, required, isPublic }) => (
          <Form.Item
            key={key}
            name={key}
            label={required ? label : `${label}（可不填）`}
            {...(isPublic && { extra: '公众可以看到，请不要写个人信息。' })}
            rules={[
              { required, whitespace: true, message: `请填写${label}` },
              { max: 4000, message: '不超过 4000 字' },
            ]}
          >
            <Input.TextArea rows={2} className="growing" />
          </Form.Item>
        ))}
        {CONSEQUENCES[type] !== undefined && <p className="consequence">{CONSEQUENCES[type]}</p>}
        {editing?.draft.isDirty === true && <p className="quiet">还没有保存的内容先保存，再办理。</p>}
        {isSigned(type) && <p className="quiet">办理时须用动态口令确认是本人。</p>}
        <ProblemAlert error={acting.error} />
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={acting.isPending}>
            {title}
          </Button>
          <Button onClick={onClose}>取消</Button>
        </div>
      </Form>
      {acting.dialog}
    </section>
  );
}
