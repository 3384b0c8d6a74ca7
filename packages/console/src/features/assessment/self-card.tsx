import { assessmentRoutes } from '@zhaoshi/contract/routes/assessments';
import { FULL, parsePoints, pointsWords } from '@zhaoshi/domain/assessment/indicator';
import { App, Form, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { addressOf } from '../../app/api.ts';
import { shownMoment } from '../../app/moments.ts';
import { useChange } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { type ProofFile, ProofFiles } from '../../ui/proof-files.tsx';
import { type ShownUnit, scoreWords } from './shown-assessment.ts';

interface Values {
  readonly points: string;
  readonly text?: string;
  readonly files?: readonly ProofFile[];
}

const OF_FULL = [
  {
    validator: (_rule: unknown, text: string | undefined) => {
      const points = parsePoints(text ?? '');
      return points === null || points > FULL
        ? Promise.reject(new Error('请填写 0 至 100、最多两位小数的数字'))
        : Promise.resolve();
    },
  },
];

function SelfDialog({
  shown,
  onClose,
}: {
  readonly shown: ShownUnit;
  readonly onClose: () => void;
}): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const assess = useChange(assessmentRoutes.assessSelf);
  const { regionId, assessmentId, unit, self, version } = shown;
  const submit = ({ points, text = '', files = [] }: Values): void =>
    assess.mutate(
      {
        request: {
          params: { regionId, assessmentId, unitOrganId: unit.organId },
          body: { points: parsePoints(points) ?? 0, text, fileIds: files.map(({ fileId }) => fileId) },
        },
        version,
      },
      {
        onSuccess: () => {
          void message.success('已保存自评');
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title="自评"
      okText="保存"
      cancelText="取消"
      confirmLoading={assess.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          points: self === null ? '' : pointsWords(self.points),
          text: self?.text ?? '',
          files: self?.files ?? [],
        }}
        onFinish={submit}
      >
        <Form.Item name="points" label="自评得分" rules={OF_FULL}>
          <Input inputMode="decimal" maxLength={6} autoComplete="off" />
        </Form.Item>
        <Form.Item name="text" label="说明">
          <Input.TextArea maxLength={2000} rows={5} placeholder="做了哪些工作，存在哪些问题，怎样整改" />
        </Form.Item>
        <Form.Item name="files">
          <ProofFiles owner={unit} what="制度、台账、截图、照片" />
        </Form.Item>
      </Form>
      <ProblemAlert error={assess.error} />
    </Modal>
  );
}

/** What proves it, for the unit and for those who assess. */
function SelfFiles({
  shown: { regionId, assessmentId, unit },
  files,
}: {
  readonly shown: ShownUnit;
  readonly files: NonNullable<ShownUnit['self']>['files'];
}): ReactNode {
  if (files.length === 0) return <p className="quiet">没有上传证明材料。</p>;
  return (
    <>
      <h3>证明材料</h3>
      <ul className="plain-list" aria-label="自评的证明材料">
        {files.map(({ fileId, name }) => {
          const params = { regionId, assessmentId, unitOrganId: unit.organId, fileId };
          return (
            <li key={fileId}>
              <a href={addressOf(assessmentRoutes.selfFile.path, { params })} download>
                {name}
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** What the unit says of itself; it does not count in the score. */
export function SelfCard({ shown }: { readonly shown: ShownUnit }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { self, abilities, state } = shown;
  return (
    <section className="card" aria-labelledby="self">
      <div className="card-head">
        <h2 id="self">自评</h2>
        {state === 'running' && (
          <AbilityButton needs="assessment.answer" abilities={abilities} onClick={() => setOpen(true)}>
            {self === null ? '填写自评' : '修改自评'}
          </AbilityButton>
        )}
      </div>
      {self === null ? (
        <p className="quiet">还没有自评。自评得分不计入考核得分，供对照。</p>
      ) : (
        <>
          <p>
            {scoreWords(self.points)}
            <small className="quiet">
              {' '}
              {self.by}，{shownMoment(self.at)}
            </small>
          </p>
          <p className="as-written">{self.text}</p>
          <SelfFiles shown={shown} files={self.files} />
        </>
      )}
      {isOpen && <SelfDialog shown={shown} onClose={() => setOpen(false)} />}
    </section>
  );
}
