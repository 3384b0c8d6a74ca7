import { Link, useNavigate } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { promotionRoutes } from '@zhaoshi/contract/routes/promotions';
import { DOCUMENT_STATUSES } from '@zhaoshi/domain/disclosure/document-status';
import { App, Button, Checkbox, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import './channels.css';

type Case = RouteOutput<typeof promotionRoutes.list>['items'][number];

interface Values {
  readonly title: string;
  /** By file: the name that the public will see; empty: not published. */
  readonly names?: Readonly<Record<string, string | undefined>>;
}

interface CaseProps {
  readonly one: Case;
  readonly regionId: string;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

const size = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024))} KB`;

function CaseCard({ one, regionId, isChosen, onChoose }: CaseProps): ReactNode {
  const { applicationId, registrationNumber, decidedOn, files, documents } = one;
  return (
    <div className="channel-card">
      <Checkbox checked={isChosen} onChange={({ target }) => onChoose(target.checked)}>
        申请 {registrationNumber}，{shownDate(decidedOn)}决定转为主动公开
      </Checkbox>{' '}
      <Link to="/applications/$regionId/$applicationId" params={{ regionId, applicationId }}>
        查看申请<span className="for-readers"> {registrationNumber}</span>
      </Link>
      {documents.length > 0 && (
        <ul className="channel-list">
          {documents.map(({ documentId, title, status }) => (
            <li key={documentId}>
              <Link to="/documents/$regionId/$documentId" params={{ regionId, documentId }}>
                {title}
              </Link>{' '}
              {DOCUMENT_STATUSES[status]}
            </li>
          ))}
        </ul>
      )}
      {isChosen && files.length === 0 && (
        <p className="quiet">这件申请没有向申请人提供过文件，正文请在草稿中填写。</p>
      )}
      {isChosen &&
        files.map(({ fileId, mediaType, size: bytes }, index) => (
          <Form.Item
            key={fileId}
            name={['names', fileId]}
            label={`第 ${index + 1} 份提供的文件（${mediaType}，${size(bytes)}）：公众看到的名称，不公开的留空`}
          >
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
        ))}
    </div>
  );
}

/** Cases whose information is to be published, and the draft that is made out of them (条例44). */
export function PromotionsPage(): ReactNode {
  const { organ } = useSession();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const create = useChange(promotionRoutes.create, { also: ['documents'] });
  const params = { regionId: organ?.regionId ?? '', organId: organ?.organId ?? '' };
  const { data, error } = useRead(promotionRoutes.list, { params }, { enabled: organ !== null });
  const cases = data?.items ?? [];
  const submit = ({ title, names = {} }: Values): void => {
    const files = cases
      .filter(({ applicationId }) => chosen.includes(applicationId))
      .flatMap(({ applicationId, files: all }) =>
        all.flatMap(({ fileId }) => {
          const name = names[fileId]?.trim() ?? '';
          return name === '' ? [] : [{ applicationId, fileId, name }];
        }),
      );
    create.mutate(
      { request: { params, body: { title, applicationIds: [...chosen], files } } },
      {
        onSuccess: ({ regionId, documentId }) => {
          void message.success('已建成文件草稿');
          void navigate({ to: '/documents/$regionId/$documentId', params: { regionId, documentId } });
        },
        onError: (problem) => showFieldErrors(form, problem),
      },
    );
  };
  return (
    <>
      <PageHeader />
      <ProblemAlert error={error} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <section className="card">
          {cases.length === 0 && (
            <p className="quiet">
              没有决定转为主动公开的申请。在申请中办理“决定是否转为主动公开”以后显示在这里。
            </p>
          )}
          <Form<Values> form={form} layout="vertical" requiredMark={false} onFinish={submit}>
            {cases.map((one) => (
              <CaseCard
                key={one.applicationId}
                one={one}
                regionId={params.regionId}
                isChosen={chosen.includes(one.applicationId)}
                onChoose={(isChosen) =>
                  setChosen((ids) =>
                    isChosen
                      ? [...ids, one.applicationId]
                      : ids.filter((applicationId) => applicationId !== one.applicationId),
                  )
                }
              />
            ))}
            {chosen.length > 0 && (
              <>
                <Form.Item
                  name="title"
                  label="文件标题"
                  extra="写信息本身的名称，不写申请人和申请情况。"
                  rules={[{ required: true, whitespace: true, message: '请填写文件标题' }]}
                >
                  <Input maxLength={300} autoComplete="off" />
                </Form.Item>
                <ProblemAlert error={create.error} />
                <Button type="primary" htmlType="submit" loading={create.isPending}>
                  由所选 {chosen.length} 件申请建立草稿
                </Button>
              </>
            )}
          </Form>
        </section>
      )}
    </>
  );
}
