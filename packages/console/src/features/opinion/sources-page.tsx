import { Link } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { opinionRoutes } from '@zhaoshi/contract/routes/opinions';
import { App, Button, Form, Input, Modal } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { ConfirmChange } from '../../ui/confirm-change.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { required } from '../../ui/required.ts';
import './opinion.css';

type Source = RouteOutput<typeof opinionRoutes.sources>['items'][number];

const addressOf = (sourceId: string): string => `${window.location.origin}/hooks/opinions/${sourceId}`;

/** Shown once: the server keeps the secret sealed and tells it to nobody again. */
function SecretOnce({
  made,
  onClose,
}: {
  readonly made: { readonly sourceId: string; readonly secret: string };
  readonly onClose: () => void;
}): ReactNode {
  return (
    <Modal
      open
      title="密钥只显示这一次"
      closable={false}
      footer={
        <Button type="primary" onClick={onClose}>
          已经抄下
        </Button>
      }
    >
      <p>请把地址和密钥交给监测平台的管理员，不要用不加密的方式传送。</p>
      <p>推送地址</p>
      <p className="secret-once">{addressOf(made.sourceId)}</p>
      <p>密钥</p>
      <p className="secret-once">{made.secret}</p>
    </Modal>
  );
}

function SourceRow({ source }: { readonly source: Source }): ReactNode {
  const { message } = App.useApp();
  const [asking, setAsking] = useState(false);
  const end = useChange(opinionRoutes.endSource);
  const { regionId, sourceId, name, organName, createdAt, receivedAt, endedAt } = source;
  return (
    <li>
      <span>
        {name}（{organName}）
        <small className="quiet">
          {shownMoment(createdAt)}登记，
          {receivedAt === null ? '还没有收到过' : `最近${shownMoment(receivedAt)}收到`}
        </small>
        {endedAt === null && <small className="quiet as-written">推送地址：{addressOf(sourceId)}</small>}
      </span>
      {endedAt === null ? (
        <Button size="small" aria-label={`停用${name}`} onClick={() => setAsking(true)}>
          停用
        </Button>
      ) : (
        <span className="quiet">{shownMoment(endedAt)}停用</span>
      )}
      <ConfirmChange
        open={asking}
        title="停用监测来源"
        confirm="停用"
        grave
        busy={end.isPending}
        error={end.error}
        onCancel={() => setAsking(false)}
        onConfirm={() =>
          end.mutate(
            { request: { params: { regionId, sourceId } } },
            {
              onSuccess: () => {
                setAsking(false);
                void message.success('已停用');
              },
            },
          )
        }
      >
        <p>“{name}”以后推送的不再接收，已经收到的保留。停用后不能恢复，需要时重新登记。</p>
      </ConfirmChange>
    </li>
  );
}

/** Registers one more system for the organ that the person acts in. */
function NewSource(): ReactNode {
  const { organ } = useSession();
  const [form] = Form.useForm<{ readonly name: string }>();
  const [made, setMade] = useState<{ readonly sourceId: string; readonly secret: string } | null>(null);
  const add = useChange(opinionRoutes.addSource);
  if (organ === null) return null;
  const { regionId, organId } = organ;
  return (
    <>
      <Form
        form={form}
        layout="inline"
        className="filters"
        requiredMark={false}
        onFinish={(body) =>
          add.mutate(
            { request: { params: { regionId, organId }, body } },
            {
              onSuccess: (answer) => {
                form.resetFields();
                setMade(answer);
              },
            },
          )
        }
      >
        <Form.Item name="name" label="监测平台的名称" rules={required('请填写名称')}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          登记来源
        </Button>
      </Form>
      <ProblemAlert error={add.error} />
      {made !== null && <SecretOnce made={made} onClose={() => setMade(null)} />}
    </>
  );
}

/** The systems for monitoring that report here. */
export function OpinionSourcesPage(): ReactNode {
  const headingId = useId();
  const { data, error } = useRead(opinionRoutes.sources, {});
  return (
    <>
      <PageHeader actions={<Link to="/opinions">返回列表</Link>} />
      <section className="card" aria-labelledby={headingId}>
        <h2 id={headingId}>监测来源</h2>
        <NewSource />
        <ProblemAlert error={error} />
        {data === undefined && error === null && <Loading />}
        {data?.items.length === 0 && <p className="quiet">还没有登记监测来源。</p>}
        <ul className="rows">
          {data?.items.map((source) => (
            <SourceRow key={source.sourceId} source={source} />
          ))}
        </ul>
      </section>
    </>
  );
}
