import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { auditRoutes } from '@zhaoshi/contract/routes/audit';
import { CHECKPOINT_PROBLEMS, ENTRY_FAULTS } from '@zhaoshi/domain/audit/verdict-words';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useRead } from '../../app/use-route.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Checkpoints } from './checkpoints.tsx';

type Verdict = RouteOutput<typeof auditRoutes.verify>;

function Faults({ verdict }: { readonly verdict: Verdict }): ReactNode {
  const { fault, entries, checkpointFaults } = verdict;
  return (
    <ul>
      {fault !== null && (
        <li>
          第 {fault.sequence} 条{ENTRY_FAULTS[fault.kind]}
          {fault.title !== null && `（${fault.title}）`}；此前 {entries} 条连续。
        </li>
      )}
      {checkpointFaults.map(({ name, problem }) => (
        <li key={name}>
          校验点 {name}：{CHECKPOINT_PROBLEMS[problem]}。
        </li>
      ))}
    </ul>
  );
}

function VerdictAlert({ verdict }: { readonly verdict: Verdict }): ReactNode {
  const { intact, entries, checkpoints, head } = verdict;
  if (!intact) {
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        title="审计记录不完整"
        description={
          <>
            <Faults verdict={verdict} />
            <p>请停止使用受影响的数据，保留数据库和校验点文件，并报告网络安全责任人。</p>
          </>
        }
      />
    );
  }
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={`审计记录完整：共 ${entries} 条，校验链连续；校验点 ${checkpoints} 个，全部相符`}
      description={
        head !== null && (
          <p className="quiet">
            末条 SM3 <code>{head.sm3}</code>
          </p>
        )
      }
    />
  );
}

/** Walks the whole chain on request: every entry, every checkpoint. */
export function TrailVerification(): ReactNode {
  const { data, error, isFetching, refetch } = useRead(auditRoutes.verify, {}, { enabled: false });
  return (
    <section className="card">
      <div className="card-head">
        <h2>核验</h2>
        <Button type="primary" loading={isFetching} onClick={() => void refetch()}>
          逐条核验
        </Button>
      </div>
      <p className="quiet">
        每条记录都含有前一条的校验值，任何一条被改动、删除或调换都会被发现；每日签名的校验点可以另存他处，防止整个记录被重写。
      </p>
      <ProblemAlert error={error} />
      {data !== undefined && <VerdictAlert verdict={data} />}
      <Checkpoints />
    </section>
  );
}
