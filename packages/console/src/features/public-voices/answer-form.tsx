import { publicVoiceRoutes } from '@zhaoshi/contract/routes/public-voices';
import { ADOPTIONS, type Adoption } from '@zhaoshi/domain/disclosure/voice/voice-answer';
import { App, Button, Form, Input, InputNumber, Radio } from 'antd';
import { type ReactNode, useId } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import { useChange } from '../../app/use-route.ts';
import { DraftGuard } from '../../ui/draft-guard.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownVoice } from './shown-voice.ts';

interface AnswerValues {
  readonly shows: boolean | null;
  readonly shownText: string;
  readonly refusal: string;
  readonly reply: string;
  readonly fixedEdition: number | null;
  readonly adoption: Adoption | null;
  readonly adoptionReason: string;
}

/** What is decided, or the words as they came, to be looked through. */
const valuesOf = ({
  kind,
  shows,
  shownText,
  content,
  answer,
  fixedEdition,
  adoption,
  adoptionReason,
}: ShownVoice): AnswerValues => ({
  shows,
  shownText: kind === 'errorReport' ? '' : shownText === '' ? content.text : shownText,
  refusal: answer?.refusal ?? '',
  reply: answer?.reply ?? '',
  fixedEdition,
  adoption,
  adoptionReason,
});

/** Whether it is shown with the document, and with which words. */
function Showing({ shows }: { readonly shows: boolean | null }): ReactNode {
  return (
    <>
      <Form.Item name="shows" label="公开展示" rules={[{ required: true, message: '请选择是否公开展示' }]}>
        <Radio.Group>
          <Radio value={true}>同信息一起公开展示</Radio>
          <Radio value={false}>不予展示</Radio>
        </Radio.Group>
      </Form.Item>
      {shows === true && (
        <Form.Item
          name="shownText"
          label="公开展示的文字"
          extra="只删去、遮盖个人信息，其他不改。不展示姓名。"
          rules={[{ required: true, whitespace: true, message: '请填写公开展示的文字' }]}
        >
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
      )}
      {shows === false && (
        <Form.Item
          name="refusal"
          label="不予展示的理由"
          extra="对方凭编号和查询码可以看到。"
          rules={[{ required: true, whitespace: true, message: '请填写不予展示的理由' }]}
        >
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      )}
    </>
  );
}

function Adopting({ adoption }: { readonly adoption: Adoption | null }): ReactNode {
  return (
    <>
      <Form.Item name="adoption" label="采纳情况（可以以后再定）">
        <Radio.Group>
          {Object.entries(ADOPTIONS).map(([value, words]) => (
            <Radio key={value} value={value}>
              {words}
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      {adoption !== null && adoption !== 'adopted' && (
        <Form.Item
          name="adoptionReason"
          label="理由"
          rules={[{ required: true, whitespace: true, message: '请填写理由' }]}
        >
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      )}
    </>
  );
}

/** Decides what becomes of it. */
export function AnswerForm({ shown }: { readonly shown: ShownVoice }): ReactNode {
  const headingId = useId();
  const { message } = App.useApp();
  const { regionId, voiceId, kind, editions } = shown;
  const [form] = Form.useForm<AnswerValues>();
  const answer = useChange(publicVoiceRoutes.answer, { also: ['desk'] });
  const draft = useDraft(`publicVoice.answer/${voiceId}`, shown, () => valuesOf(shown), { inWindow: true });
  const watched = Form.useWatch([], form) as Partial<AnswerValues> | undefined;
  const values = { ...draft.values, ...watched };
  const submit = (): void =>
    answer.mutate(
      { request: { params: { regionId, voiceId }, body: values }, version: draft.version },
      {
        onSuccess: () => {
          draft.forget();
          void message.success('已保存');
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>办理</h2>
      <DraftGuard draft={draft} inWindow onDiscard={() => form.resetFields()} />
      <Form<AnswerValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={draft.values}
        scrollToFirstError={{ focus: true, block: 'center' }}
        onValuesChange={(_changed, all) => draft.keep({ ...values, ...all })}
        onFinish={submit}
      >
        {kind !== 'errorReport' && <Showing shows={values.shows} />}
        <Form.Item
          name="reply"
          label={kind === 'comment' ? '答复（可以不填）' : '答复'}
          rules={kind === 'errorReport' ? [{ required: true, whitespace: true, message: '请填写答复' }] : []}
        >
          <Input.TextArea rows={4} maxLength={4000} />
        </Form.Item>
        {kind === 'errorReport' && shown.documentId !== null && (
          <Form.Item name="fixedEdition" label="已在第几版更正（没有更正的不填）">
            <InputNumber min={1} max={editions} precision={0} />
          </Form.Item>
        )}
        {kind === 'comment' && <Adopting adoption={values.adoption} />}
        <ProblemAlert error={answer.error} />
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={answer.isPending}>
            保存
          </Button>
        </div>
      </Form>
    </section>
  );
}
