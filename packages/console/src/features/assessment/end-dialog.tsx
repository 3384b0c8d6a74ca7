import { assessmentRoutes } from '@zhaoshi/contract/routes/assessments';
import { Checkbox, Form, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useChange } from '../../app/use-route.ts';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { required } from '../../ui/required.ts';
import type { ShownOverview } from './shown-assessment.ts';

type Ending = NonNullable<ShownOverview['ending']>;

interface Values {
  readonly earlyReason?: string;
  readonly knowsUnrated?: boolean;
}

/** What nobody has looked at, unit by unit; after the end nobody can any more. */
function Unrated({ unrated }: Pick<Ending, 'unrated'>): ReactNode {
  return (
    <section aria-labelledby="unrated">
      <h3 id="unrated">还没有评定的（{unrated.length} 个单位）</h3>
      <ul className="unrated">
        {unrated.map(({ name, vetoes, indicators }) => (
          <li key={name}>
            {name}：
            {[
              ...(vetoes.length > 0 ? [`${vetoes.length} 个否决项（${vetoes.join('、')}）`] : []),
              ...(indicators > 0 ? [`${indicators} 个指标`] : []),
            ].join('，')}
          </li>
        ))}
      </ul>
      <p className="quiet">
        结束以后不能再评定。有否决项没有评定的单位不能评为合格，得分够的也是“尚不能评定”；没有评定的指标不扣分也不计零分。
      </p>
    </section>
  );
}

const KNOWS = [
  {
    validator: (_rule: unknown, isChecked: boolean | undefined) =>
      isChecked === true ? Promise.resolve() : Promise.reject(new Error('请先评定；就此结束的，请勾选')),
  },
];

interface Props {
  readonly shown: ShownOverview;
  readonly onClose: () => void;
}

/** Ends an assessment: early only with a reason, and with what nobody looked at only knowingly. */
export function EndDialog({ shown, onClose }: Props): ReactNode {
  const [form] = Form.useForm<Values>();
  const close = useChange(assessmentRoutes.close);
  const { regionId, assessmentId, version, endsOn, ending } = shown;
  if (ending === null) return null;
  const { isEarly, unrated } = ending;
  const submit = ({ earlyReason = '', knowsUnrated = false }: Values): void =>
    close.mutate(
      { request: { params: { regionId, assessmentId }, body: { earlyReason, knowsUnrated } }, version },
      { onSuccess: onClose, onError: (error) => showFieldErrors(form, error) },
    );
  return (
    <Modal
      open
      width={640}
      className="set-dialog"
      title="结束考核"
      okText="结束考核"
      cancelText="取消"
      confirmLoading={close.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>得分和依据就此定格，以后登记簿的变化不再影响；不能恢复。</p>
      <Form<Values> form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        {isEarly && (
          <Form.Item
            name="earlyReason"
            label={`还没有到${shownDate(endsOn)}，提前结束的理由（随结果公布）`}
            rules={required('请写明提前结束的理由')}
          >
            <Input.TextArea maxLength={500} rows={2} />
          </Form.Item>
        )}
        {unrated.length > 0 && (
          <>
            <Unrated unrated={unrated} />
            <Form.Item name="knowsUnrated" valuePropName="checked" rules={KNOWS}>
              <Checkbox>已看过没有评定的单位和项目，就此结束</Checkbox>
            </Form.Item>
          </>
        )}
      </Form>
      <ProblemAlert error={close.error} />
    </Modal>
  );
}
