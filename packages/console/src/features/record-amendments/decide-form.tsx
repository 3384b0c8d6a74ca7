import type { UseMutationResult } from '@tanstack/react-query';
import type { RouteOutput, RouteRequest } from '@zhaoshi/contract/define-route';
import { recordAmendmentRoutes } from '@zhaoshi/contract/routes/record-amendments';
import {
  AMENDMENT_DECISION_IDS,
  type AmendmentDecision,
  rowOfDecision,
} from '@zhaoshi/domain/application/amendment-decision';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { Button, Form, Input, Radio } from 'antd';
import { type ReactNode, useId } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import { DraftGuard } from '../../ui/draft-guard.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { LetterPreviewList } from '../../ui/letter-previews.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { type AmendmentValues, bodyOf, usePreview } from './amendment-values.ts';
import type { ShownAmendment } from './shown-amendment.ts';

type Decide = typeof recordAmendmentRoutes.decide;

interface Props {
  readonly shown: ShownAmendment;
  readonly decide: UseMutationResult<
    RouteOutput<Decide>,
    Error,
    { readonly request: RouteRequest<Decide>; readonly version?: number | undefined }
  >;
  readonly onDone: () => void;
}

/** The texts that belong to the decision. */
function Texts({ decision }: { readonly decision: AmendmentDecision }): ReactNode {
  const { texts } = rowOfDecision(decision);
  return (
    <>
      {texts.organInCharge !== undefined && (
        <Form.Item
          name={['texts', 'organInCharge']}
          label="有权更正的行政机关"
          rules={[{ required: true, whitespace: true, message: '请填写有权更正的行政机关' }]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      )}
      {texts.organContact !== undefined && (
        <Form.Item name={['texts', 'organContact']} label="该机关的联系方式（可以不填）">
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      )}
      {texts.reason !== undefined && (
        <Form.Item
          name={['texts', 'reason']}
          label="审核情况"
          extra="核对了什么证据，更正后的内容或者不予更正、不属于本机关职能范围的理由；写入文书。"
          rules={[{ required: true, whitespace: true, message: '请填写审核情况' }]}
        >
          <Input.TextArea rows={5} maxLength={4000} />
        </Form.Item>
      )}
    </>
  );
}

function Choices(): ReactNode {
  return (
    <Form.Item name="decision" label="决定">
      <Radio.Group className="decisions">
        {AMENDMENT_DECISION_IDS.map((id) => (
          <Radio key={id} value={id}>
            {rowOfDecision(id).title}
          </Radio>
        ))}
      </Radio.Group>
    </Form.Item>
  );
}

/** Decides on the request, beside the letter as it would be sent. */
export function DecideForm({ shown, decide, onDone }: Props): ReactNode {
  const headingId = useId();
  const { regionId, amendmentId, isNumberTyped, receivedOn } = shown;
  const [form] = Form.useForm<AmendmentValues>();
  const today = civilDateAt(new Date());
  const draft = useDraft(
    `recordAmendment.decide/${amendmentId}`,
    shown,
    (): AmendmentValues => ({ decision: 'amended', on: today, texts: {} }),
    { inWindow: true },
  );
  const watched = Form.useWatch([], form) as Partial<AmendmentValues> | undefined;
  const values: AmendmentValues = {
    ...draft.values,
    ...watched,
    texts: { ...draft.values.texts, ...watched?.texts },
  };
  const row = rowOfDecision(values.decision);
  const previews = usePreview(shown, values);
  const submit = (sent: AmendmentValues): void =>
    decide.mutate(
      { request: { params: { regionId, amendmentId }, body: bodyOf(sent) }, version: draft.version },
      {
        onSuccess: () => {
          draft.forget();
          onDone();
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>决定</h2>
      <DraftGuard draft={draft} inWindow onDiscard={() => form.resetFields()} />
      <div className="amendment-columns">
        <Form<AmendmentValues>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={draft.values}
          scrollToFirstError={{ focus: true, block: 'center' }}
          onValuesChange={(_changed, all) => draft.keep(all)}
          onFinish={submit}
        >
          <Choices />
          <p className="law-sentence quiet">{row.law}</p>
          <Form.Item name="on" label="决定之日" rules={[{ required: true, message: '请填写决定之日' }]}>
            <Input type="date" min={receivedOn} max={today} />
          </Form.Item>
          <Texts decision={values.decision} />
          {isNumberTyped && (
            <Form.Item
              name={['texts', 'documentNumber']}
              label="发文字号"
              rules={[{ required: true, whitespace: true, message: '请填写发文字号' }]}
            >
              <Input maxLength={100} autoComplete="off" />
            </Form.Item>
          )}
          <ProblemAlert error={decide.error} />
          <p className="quiet">决定后不能修改；文书立即可以由申请人凭受理号和查询码在网上查看。</p>
          <div className="actions">
            <Button type="primary" htmlType="submit" loading={decide.isPending}>
              {row.title}
            </Button>
          </div>
        </Form>
        <LetterPreviewList previews={previews} level="h3" />
      </div>
    </section>
  );
}
