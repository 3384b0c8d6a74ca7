import { Link, useNavigate } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { gazetteRoutes } from '@zhaoshi/contract/routes/gazettes';
import { gazetteNumberWords, gazetteTotalWords } from '@zhaoshi/domain/disclosure/channels/gazette';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { Alert, App, Checkbox, Form, Input, InputNumber, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownDate, shownMoment } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { Organ } from './board-list.tsx';
import './channels.css';

type Gazette = RouteOutput<typeof gazetteRoutes.read>;

interface Values {
  readonly year: number;
  readonly number: number;
  readonly total?: number | null;
  readonly datedOn: string;
}

function NewIssue({ organ, gazette }: { readonly organ: Organ; readonly gazette: Gazette }): ReactNode {
  const { abilities } = useSession();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const make = useChange(gazetteRoutes.make, { also: ['documents'] });
  const submit = ({ total = null, ...values }: Values): void =>
    make.mutate(
      { request: { params: organ, body: { ...values, total, documentIds: [...chosen] } } },
      {
        onSuccess: ({ regionId, documentId }) => {
          void message.success('公报已生成，请按通常程序送审');
          void navigate({ to: '/documents/$regionId/$documentId', params: { regionId, documentId } });
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <section className="card">
      <h2>编一期</h2>
      {gazette.candidates.length === 0 ? (
        <p className="quiet">没有可以登载的文件。已经公开、还没有登载过的规章和行政规范性文件显示在这里。</p>
      ) : (
        <>
          <p>按选择的先后登载：</p>
          <Checkbox.Group
            className="channel-links"
            value={[...chosen]}
            onChange={(ids) => setChosen(ids.map(String))}
          >
            {gazette.candidates.map(({ documentId, title, documentNumber, publishedAt }) => (
              <Checkbox key={documentId} value={documentId}>
                {title}
                {documentNumber !== '' && `（${documentNumber}）`}
                <small className="quiet"> {shownMoment(publishedAt)}公开</small>
              </Checkbox>
            ))}
          </Checkbox.Group>
        </>
      )}
      <Form<Values>
        form={form}
        layout="inline"
        className="filters channel-card"
        requiredMark={false}
        initialValues={{ ...gazette.next, datedOn: civilDateAt(new Date()) }}
        onFinish={submit}
      >
        <Form.Item name="year" label="年" rules={[{ required: true, message: '请填写年份' }]}>
          <InputNumber min={1949} max={2200} controls={false} />
        </Form.Item>
        <Form.Item name="number" label="第几号" rules={[{ required: true, message: '请填写期号' }]}>
          <InputNumber min={1} max={999} controls={false} />
        </Form.Item>
        <Form.Item name="total" label="总第几号（可以不填）">
          <InputNumber min={1} max={99999} controls={false} />
        </Form.Item>
        <Form.Item name="datedOn" label="日期" rules={[{ required: true, message: '请填写日期' }]}>
          <Input type="date" />
        </Form.Item>
        <AbilityButton
          type="primary"
          needs="channel.manage"
          abilities={abilities}
          hindrance={chosen.length === 0 ? '请先选择要登载的文件。' : undefined}
          loading={make.isPending}
          onClick={() => form.submit()}
        >
          生成本期
        </AbilityButton>
      </Form>
      <ProblemAlert error={make.error} />
    </section>
  );
}

function Issues({ gazette: { issues } }: { readonly gazette: Gazette }): ReactNode {
  return (
    <section className="card">
      <h2>已编的各期</h2>
      {issues.length === 0 && <p className="quiet">还没有编过。</p>}
      {issues.map((issue) => (
        <div key={issue.issueId} className="channel-card">
          <h3>
            <Link
              to="/documents/$regionId/$documentId"
              params={{ regionId: issue.regionId, documentId: issue.documentId }}
            >
              {gazetteNumberWords(issue)}
            </Link>{' '}
            {gazetteTotalWords(issue)} <Tag>{issue.isPublic ? '公开中' : '没有公开'}</Tag>{' '}
            {issue.holdsWithdrawn && <Tag color="error">登载的文件有已撤回的</Tag>}
          </h3>
          <p className="quiet">
            {shownDate(issue.datedOn)}，{issue.madeBy}编
          </p>
          <ol className="channel-list">
            {issue.items.map(({ documentId, title, documentNumber }) => (
              <li key={documentId}>
                {title} {documentNumber}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

/** The gazette of a government: its issues, and the next. */
export function GazettePage(): ReactNode {
  const { organ } = useSession();
  const params = { regionId: organ?.regionId ?? '', organId: organ?.organId ?? '' };
  const { data, error } = useRead(gazetteRoutes.read, { params }, { enabled: organ !== null });
  return (
    <>
      <PageHeader {...(data?.refusal === null && { title: data.name })} />
      <ProblemAlert error={error} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && data.refusal !== null && <Alert type="info" showIcon title={data.refusal} />}
      {data !== undefined && data.refusal === null && (
        <>
          <NewIssue organ={params} gazette={data} />
          <Issues gazette={data} />
        </>
      )}
    </>
  );
}
