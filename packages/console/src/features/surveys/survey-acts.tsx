import { surveyRoutes } from '@zhaoshi/contract/routes/surveys';
import { tooFewSheets } from '@zhaoshi/domain/survey/survey-box';
import { Alert, App, Form, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useChange } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { required } from '../../ui/required.ts';
import { CodesDialog } from './codes-dialog.tsx';
import { PaperDialog } from './paper-dialog.tsx';
import type { ShownSurvey } from './shown-survey.ts';

type Act = 'start' | 'close' | 'publish';

const WORDS: Readonly<Record<Act, { readonly verb: string; readonly about: string; readonly done: string }>> =
  {
    start: {
      verb: '开始',
      about: '开始以后题目和日期不能再改。到了开始日期，门户网站上就可以填。',
      done: '已开始',
    },
    close: { verb: '结束', about: '结束以后不再接收答卷，结果在这里显示。', done: '已结束' },
    publish: {
      verb: '公布结果',
      about: '每个选项的份数和下面的回应在门户网站公布；写的意见不逐条公布。',
      done: '已公布',
    },
  };

const NEXT: Readonly<Record<ShownSurvey['status'], Act | null>> = {
  draft: 'start',
  open: 'close',
  closed: 'publish',
  published: null,
};

function ActDialog({
  shown,
  act,
  onClose,
}: {
  readonly shown: ShownSurvey;
  readonly act: Act;
  readonly onClose: () => void;
}): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ readonly response?: string }>();
  const change = useChange(surveyRoutes.act);
  const { verb, about, done } = WORDS[act];
  const { regionId, surveyId, version } = shown;
  const tooFew = tooFewSheets(shown);
  const submit = ({ response = '' }: { readonly response?: string }): void =>
    change.mutate(
      {
        request: {
          params: { regionId, surveyId },
          body: act === 'publish' ? { type: act, response } : { type: act },
        },
        version,
      },
      {
        onSuccess: () => {
          void message.success(done);
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={verb}
      okText={verb}
      cancelText="取消"
      confirmLoading={change.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{about}</p>
      {act === 'close' && tooFew !== null && (
        <Alert
          className="problem"
          type="warning"
          showIcon
          title="答卷还不够"
          description={`${tooFew}现在结束，以后不能再收答卷，结果就始终不能显示、不能公布。可以取消，先再收一些。`}
        />
      )}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        {act === 'publish' && (
          <Form.Item name="response" label="对评议意见的回应" rules={required('请写明对评议意见的回应')}>
            <Input.TextArea rows={4} maxLength={2000} />
          </Form.Item>
        )}
      </Form>
      <ProblemAlert error={change.error} />
    </Modal>
  );
}

/** What can be done with a survey in its state. */
export function SurveyActs({ shown }: { readonly shown: ShownSurvey }): ReactNode {
  const [open, setOpen] = useState<'codes' | 'paper' | Act | null>(null);
  const close = (): void => setOpen(null);
  const { status, mode, abilities } = shown;
  const next = NEXT[status];
  const button = (what: 'codes' | 'paper', label: string): ReactNode => (
    <AbilityButton needs="survey.manage" abilities={abilities} onClick={() => setOpen(what)}>
      {label}
    </AbilityButton>
  );
  return (
    <>
      {mode === 'invited' && (status === 'draft' || status === 'open') && button('codes', '生成邀请码')}
      {status === 'open' && button('paper', '录入纸质答卷')}
      {next !== null && (
        <AbilityButton
          type="primary"
          hindrance={next === 'publish' ? (tooFewSheets(shown) ?? undefined) : undefined}
          needs="survey.manage"
          abilities={abilities}
          onClick={() => setOpen(next)}
        >
          {WORDS[next].verb}
        </AbilityButton>
      )}
      {open === 'codes' && <CodesDialog shown={shown} onClose={close} />}
      {open === 'paper' && <PaperDialog shown={shown} onClose={close} />}
      {(open === 'start' || open === 'close' || open === 'publish') && (
        <ActDialog shown={shown} act={open} onClose={close} />
      )}
    </>
  );
}
