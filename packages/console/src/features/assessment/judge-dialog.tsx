import { assessmentRoutes } from '@zhaoshi/contract/routes/assessments';
import { parsePoints, pointsWords } from '@zhaoshi/domain/assessment/indicator';
import { Form, Input, Modal, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useChange } from '../../app/use-route.ts';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownJudged, ShownUnit } from './shown-assessment.ts';

/** An indicator or veto that is judged. */
export interface Judgeable {
  readonly code: string;
  readonly text: string;
  /** The most points it takes; `null`: a veto. */
  readonly most: number | null;
  readonly judged: ShownJudged | null;
}

interface Values {
  readonly points?: string;
  readonly isMet?: boolean;
  readonly note: string;
}

const ofPoints = (most: number) => [
  {
    validator: (_rule: unknown, text: string | undefined) => {
      const points = parsePoints(text ?? '');
      if (points === null) return Promise.reject(new Error('请填写不小于 0、最多两位小数的数字'));
      return points > most
        ? Promise.reject(new Error(`这个指标最多 ${pointsWords(most)} 分`))
        : Promise.resolve();
    },
  },
];

interface Props {
  readonly shown: ShownUnit;
  readonly one: Judgeable;
  readonly onClose: () => void;
}

/** What an assessor says of an indicator or veto, with what it rests on. */
export function JudgeDialog({ shown, one: { code, text, most, judged }, onClose }: Props): ReactNode {
  const [form] = Form.useForm<Values>();
  const judge = useChange(assessmentRoutes.judge);
  const { regionId, assessmentId, unit, version } = shown;
  const submit = ({ points, isMet, note }: Values): void =>
    judge.mutate(
      {
        request: {
          params: { regionId, assessmentId, unitOrganId: unit.organId, code },
          body:
            most === null
              ? { points: null, isMet: isMet ?? null, note }
              : { points: parsePoints(points ?? ''), isMet: null, note },
        },
        version,
      },
      { onSuccess: onClose, onError: (error) => showFieldErrors(form, error) },
    );
  return (
    <Modal
      open
      title={`评定 ${code}`}
      okText="保存"
      cancelText="取消"
      confirmLoading={judge.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>
        {unit.name}：{text}
      </p>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          ...(typeof judged?.points === 'number' && { points: pointsWords(judged.points) }),
          ...(typeof judged?.isMet === 'boolean' && { isMet: judged.isMet }),
          note: judged?.note ?? '',
        }}
        onFinish={submit}
      >
        {most === null ? (
          <Form.Item name="isMet" label="这个否决项" rules={[{ required: true, message: '请选择是否成立' }]}>
            <Radio.Group
              options={[
                { value: true, label: '成立' },
                { value: false, label: '不成立' },
              ]}
            />
          </Form.Item>
        ) : (
          <Form.Item
            name="points"
            label={`分值：扣（加）多少分（最多 ${pointsWords(most)} 分；没有问题的填 0）`}
            rules={ofPoints(most)}
          >
            <Input inputMode="decimal" maxLength={6} autoComplete="off" />
          </Form.Item>
        )}
        <Form.Item
          name="note"
          label="依据"
          rules={[{ required: true, message: '请写明依据：看了什么、发现什么' }]}
        >
          <Input.TextArea maxLength={1000} rows={3} />
        </Form.Item>
      </Form>
      <p className="quiet">
        {most === null
          ? '成立的，单项否决，等次为不合格。以前的评定留存。'
          : '平台统计出来的照样计分；这里的分值加在后面，合计不超过上限。以前的评定留存。'}
      </p>
      <ProblemAlert error={judge.error} />
    </Modal>
  );
}
