import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { ROLES } from '@zhaoshi/domain/permission/roles';
import { Alert, Button, Form, Input, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../../app/session.ts';
import { useRead } from '../../../app/use-route.ts';
import { AbilityButton } from '../../../ui/ability-button.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import type { ShownDocument, ShownFinding } from '../shown-document.ts';
import { useDocumentAct } from './acts/use-document-act.tsx';

interface Props {
  readonly shown: ShownDocument;
}

/** A finding of the text, or of one of the files, whose name stands before its place. */
type Listed = Omit<ShownFinding, 'at' | 'start' | 'end' | 'mask'>;

/** What the scan says of the version under review. */
function useFindings({ regionId, documentId, version }: ShownDocument) {
  const { data, error } = useRead(documentRoutes.scan, { params: { regionId, documentId }, body: {} });
  const ofFiles = (data?.files ?? []).flatMap(({ name, findings }): readonly Listed[] =>
    findings.map((finding) => ({ ...finding, place: `附件“${name}”${finding.place}` })),
  );
  const findings: readonly Listed[] | undefined = data && [...data.findings, ...ofFiles];
  return { findings, files: data?.files ?? [], error, version };
}

const isOpen = ({ severity, isJustified }: Listed): boolean => severity === 'blocks' && !isJustified;

interface FindingProps extends Props {
  readonly finding: Listed;
}

/** Why a finding may not be justified by the person; `undefined` when it may. */
function useHindrance({ shown, finding }: FindingProps): string | undefined {
  const { organ } = useSession();
  const { justifiedBy } = finding;
  if (shown.status !== 'inReview') return '在公开审查时说明理由。';
  if (justifiedBy.length === 0) return '不能以说明理由的方式保留，只能退回遮盖或者删去。';
  if (organ?.roles.some((role) => justifiedBy.includes(role)) === true) return undefined;
  return `须由${justifiedBy.map((role) => ROLES[role]).join('或者')}说明理由。`;
}

function JustifyForm({
  shown,
  finding,
  onClose,
}: FindingProps & { readonly onClose: () => void }): ReactNode {
  const { acting, send, dialog } = useDocumentAct(shown, { onDone: onClose });
  return (
    <Form<{ readonly reason: string }>
      layout="vertical"
      requiredMark={false}
      className="finding-form"
      onFinish={({ reason }) =>
        send({ act: { type: 'justifyFinding', finding: finding.key }, texts: { reason } })
      }
    >
      <Form.Item
        name="reason"
        label="保留的理由和依据"
        rules={[{ required: true, whitespace: true, message: '请写明理由和依据' }]}
      >
        <Input.TextArea autoFocus rows={2} className="growing" maxLength={4000} />
      </Form.Item>
      <ProblemAlert error={acting.error} />
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={acting.isPending}>
          说明保留的理由
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
      {dialog}
    </Form>
  );
}

function Finding({ shown, finding }: FindingProps): ReactNode {
  const [isAsking, setAsking] = useState(false);
  const hindrance = useHindrance({ shown, finding });
  const { title, severity, place, text, reason, source, isJustified } = finding;
  return (
    <li>
      <div className="finding">
        <p>
          <Tag color={isJustified ? 'default' : severity === 'blocks' ? 'error' : 'warning'}>
            {isJustified ? '已说明理由' : severity === 'blocks' ? '须处理' : '请核对'}
          </Tag>
          <b>{title}</b>，{place}
          {text !== null && text !== '' && (
            <>
              ：<q className="finding-text">{text}</q>
            </>
          )}
        </p>
        <p className="quiet">
          {reason}（{source}）
        </p>
      </div>
      {severity === 'blocks' && !isJustified && !isAsking && (
        <AbilityButton
          size="small"
          needs="document.handle"
          abilities={shown.abilities}
          hindrance={hindrance}
          aria-label={`说明保留${title}（${place}）的理由`}
          onClick={() => setAsking(true)}
        >
          说明保留的理由
        </AbilityButton>
      )}
      {isAsking && <JustifyForm shown={shown} finding={finding} onClose={() => setAsking(false)} />}
    </li>
  );
}

/** What the scan before publication found in the version, where, and what becomes of it. */
export function FindingsCard({ shown }: Props): ReactNode {
  const { findings, files, error } = useFindings(shown);
  const waiting = files.filter(({ state }) => state !== 'done');
  return (
    <section className="card" aria-labelledby="document-findings">
      <h2 id="document-findings">公开前检查</h2>
      <ProblemAlert error={error} />
      {findings === undefined && error === null && <Loading />}
      {waiting.map(({ fileId, name, state }) => (
        <Alert
          key={fileId}
          className="problem"
          type="warning"
          showIcon
          role="status"
          title={
            state === 'waiting'
              ? `附件“${name}”还没有检查完，检查完以前不能公开。`
              : `附件“${name}”不能自动检查（有密码、过大或者读不出），须人工查看并说明。`
          }
        />
      ))}
      {findings?.length === 0 && <p>没有发现个人信息、标密标识、错误用语或者问题链接。仍请逐项审查。</p>}
      {findings !== undefined && findings.length > 0 && (
        <ul className="rows findings">
          {findings.map((finding) => (
            <Finding key={finding.key} shown={shown} finding={finding} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** How much the scan left open, beside the questions of the review. */
export function FindingsNote({ shown }: Props): ReactNode {
  const { findings } = useFindings(shown);
  if (findings === undefined) return null;
  const open = findings.filter(isOpen).length;
  const warned = findings.filter(({ severity }) => severity === 'warns').length;
  return (
    <Alert
      className="problem"
      type={open > 0 ? 'warning' : 'info'}
      showIcon
      role="status"
      title={
        open > 0
          ? `公开前检查还有${open}处须处理，见“审查”`
          : warned > 0
            ? `公开前检查有${warned}处请核对，见“审查”`
            : '公开前检查没有发现须处理的内容'
      }
    />
  );
}
