import { publicVoiceRoutes } from '@zhaoshi/contract/routes/public-voices';
import { Button, Form, Input } from 'antd';
import { type ReactNode, useId } from 'react';
import { addressOf } from '../../app/api.ts';
import { shownDate } from '../../app/moments.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

interface Ids {
  readonly regionId: string;
  readonly documentId: string;
}

/** States why the period is shorter than the rules ask for. */
function ReasonForm({ regionId, documentId }: Ids): ReactNode {
  const state = useChange(publicVoiceRoutes.statePeriod);
  const submit = ({ reason }: { readonly reason: string }): void =>
    state.mutate({ request: { params: { regionId, documentId }, body: { reason } } });
  return (
    <Form layout="vertical" requiredMark={false} onFinish={submit}>
      <p>
        文件写明的截止日期少于30日而没有说明理由，现按30日征集。说明理由后按文件写明的日期截止，理由向社会公开。
      </p>
      <Form.Item
        name="reason"
        label="期限少于30日的理由"
        rules={[{ required: true, whitespace: true, message: '请填写理由' }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <ProblemAlert error={state.error} />
      <div className="actions">
        <Button htmlType="submit" loading={state.isPending}>
          公开理由
        </Button>
      </div>
    </Form>
  );
}

/** 意见征集 of one draft: until when, how many, what is left to decide, and the export. */
export function DraftPeriod(ids: Ids): ReactNode {
  const headingId = useId();
  const { data, error } = useRead(publicVoiceRoutes.period, { params: { ...ids } });
  if (data === undefined) return <ProblemAlert error={error} />;
  const { title, until, isOpen, comments, undecided, reason, lacksReason, abilities } = data;
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>意见征集：{title}</h2>
      <dl className="facts">
        <dt>截止</dt>
        <dd>
          {shownDate(until)}（{isOpen ? '征集中' : '已结束'}）
        </dd>
        <dt>收到意见</dt>
        <dd>
          {comments} 条，其中 {undecided} 条还没有注明采纳情况
        </dd>
        {reason !== '' && (
          <>
            <dt>期限较短的理由</dt>
            <dd>{reason}</dd>
          </>
        )}
      </dl>
      <p className="downloads">
        <a href={addressOf(publicVoiceRoutes.export.path, { params: { ...ids } })} download>
          导出意见和采纳情况
        </a>
      </p>
      {lacksReason && abilities.includes('voice.handle') && <ReasonForm {...ids} />}
    </section>
  );
}
