import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { villageRoutes } from '@zhaoshi/contract/routes/villages';
import { App, Button, Form, Input, Radio, Tag } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { shownDate, shownMoment } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import './village.css';

type Question = RouteOutput<typeof villageRoutes.questions>['items'][number];

interface Values {
  readonly shows: boolean;
  readonly shownText: string;
  readonly reply: string;
  readonly refusal: string;
}

/** Answers a question, and shows it with the reply or says why not. */
function AnswerForm({
  question: { regionId, voiceId, version, text, shows, shownText, reply, refusal },
  onDone,
}: {
  readonly question: Question;
  readonly onDone: () => void;
}): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const answer = useChange(villageRoutes.answer, { also: ['desk', 'publicVoice'] });
  const isShown = Form.useWatch('shows', form) ?? shows ?? true;
  const initial = { shows: shows ?? true, shownText: shownText === '' ? text : shownText, reply, refusal };
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      onFinish={(values) =>
        answer.mutate(
          { request: { params: { regionId, voiceId }, body: { ...initial, ...values } }, version },
          {
            onSuccess: () => {
              void message.success('已答复');
              onDone();
            },
            onError: (error) => showFieldErrors(form, error),
          },
        )
      }
    >
      <Form.Item
        name="reply"
        label="答复"
        rules={[{ required: true, whitespace: true, message: '请填写答复' }]}
      >
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={4000} />
      </Form.Item>
      <Form.Item name="shows" label="公开展示">
        <Radio.Group>
          <Radio value={true}>同答复一起展示</Radio>
          <Radio value={false}>不展示</Radio>
        </Radio.Group>
      </Form.Item>
      {isShown ? (
        <Form.Item name="shownText" label="展示的问题" extra="只删去、遮盖个人信息，其他不改。">
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
        </Form.Item>
      ) : (
        <Form.Item
          name="refusal"
          label="不展示的理由"
          rules={[{ required: true, whitespace: true, message: '请填写不展示的理由' }]}
        >
          <Input maxLength={1000} />
        </Form.Item>
      )}
      <ProblemAlert error={answer.error} />
      <Button type="primary" htmlType="submit" loading={answer.isPending}>
        答复
      </Button>
    </Form>
  );
}

function QuestionCard({ question }: { readonly question: Question }): ReactNode {
  const headingId = useId();
  const { number, receivedAt, dueOn, isOverdue, isAnswered, text, reply, shows } = question;
  const [isOpen, setOpen] = useState(!isAnswered);
  return (
    <article className="card" aria-labelledby={headingId}>
      <div className="card-head">
        <h2 id={headingId}>{number}</h2>
        {isAnswered ? (
          <Tag color="success">{shows === true ? '已答复，公开展示' : '已答复，不展示'}</Tag>
        ) : (
          <Tag color={isOverdue ? 'error' : 'warning'}>
            {isOverdue ? '已逾期' : `${shownDate(dueOn)}以前答复`}
          </Tag>
        )}
      </div>
      <p className="quiet">{shownMoment(receivedAt)}收到</p>
      <p className="as-written">{text}</p>
      {isAnswered && (
        <p className="as-written">
          <b>答复：</b>
          {reply}
        </p>
      )}
      {isOpen ? (
        <AnswerForm question={question} onDone={() => setOpen(false)} />
      ) : (
        <Button onClick={() => setOpen(true)}>
          改写答复<span className="for-readers">：{number}</span>
        </Button>
      )}
    </article>
  );
}

/** What villagers asked. */
export function VillageQuestionsPage(): ReactNode {
  const { organ } = useSession();
  const params = { regionId: organ?.regionId ?? '', organId: organ?.organId ?? '' };
  const { data, error } = useRead(villageRoutes.questions, { params });
  return (
    <>
      <PageHeader />
      <ProblemAlert error={error} />
      {data === undefined && error === null && <Loading />}
      {data?.items.length === 0 && (
        <section className="card">
          <p>还没有村民提问。</p>
        </section>
      )}
      {data?.items.map((question) => (
        <QuestionCard key={`${question.voiceId} ${question.version}`} question={question} />
      ))}
    </>
  );
}
