import { ROLES } from '@zhaoshi/domain/permission/roles';
import { Button, Tag } from 'antd';
import { type ReactNode, useId } from 'react';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import type { ShownFinding } from '../shown-document.ts';
import './scan.css';

interface Props {
  /** `null`: not looked yet. */
  readonly findings: readonly ShownFinding[] | null;
  /** Of the attachments and pictures: what blocks there. */
  readonly openInFiles: number;
  readonly isLooking: boolean;
  readonly error: unknown;
  /** The text was changed since. */
  readonly isOld: boolean;
  readonly onScan: () => void;
  readonly onShow: (finding: ShownFinding) => void;
  readonly onMask: (findings: readonly ShownFinding[]) => void;
}

function Finding({
  finding,
  onShow,
  onMask,
}: { readonly finding: ShownFinding } & Pick<Props, 'onShow' | 'onMask'>): ReactNode {
  const { title, place, reason, text, mask, severity, justifiedBy, isJustified, source } = finding;
  return (
    <li className="scan-finding">
      <p>
        <Tag color={severity === 'blocks' ? 'error' : 'warning'}>
          {severity === 'blocks' ? '须处理' : '请核对'}
        </Tag>
        <Button type="link" className="derived" onClick={() => onShow(finding)}>
          {title}：{place}
        </Button>
        {isJustified && <Tag color="success">已说明理由</Tag>}
      </p>
      {text !== null && text !== '' && (
        <p className="scan-text">
          <q>{text}</q>
          {mask !== null && (
            <>
              {' '}
              遮盖为 <q>{mask}</q>
            </>
          )}
        </p>
      )}
      <p>{reason}</p>
      <p className="quiet">
        {source}
        {justifiedBy.length > 0 &&
          `；确有依据需要公开的，审查时由${justifiedBy.map((role) => ROLES[role]).join('或者')}说明理由`}
      </p>
      {mask !== null && (
        <Button size="small" aria-label={`遮盖${place}的${title}`} onClick={() => onMask([finding])}>
          遮盖
        </Button>
      )}
    </li>
  );
}

/** How many there are and what that means. */
function summary(findings: readonly ShownFinding[]): string {
  const blocking = findings.filter(
    ({ severity, isJustified }) => severity === 'blocks' && !isJustified,
  ).length;
  if (findings.length === 0) return '没有发现需要处理的内容。图片、附件里的内容仍须人工查看。';
  const others = findings.length - blocking;
  if (blocking === 0) return `有 ${others} 处请核对。`;
  return `有 ${blocking} 处不处理不能通过审查${others === 0 ? '' : `，另有 ${others} 处请核对`}。`;
}

/** What the scan found, each with the way to its place and one press to mask it. */
export function ScanPanel(props: Props): ReactNode {
  const { findings, openInFiles, isLooking, error, isOld, onScan, onShow, onMask } = props;
  const headingId = useId();
  const maskable = findings?.filter(({ mask }) => mask !== null) ?? [];
  return (
    <section className="card scan" aria-labelledby={headingId}>
      <div className="card-head">
        <h2 id={headingId}>公开前检查</h2>
        <Button loading={isLooking} onClick={onScan}>
          {findings === null ? '检查' : '再检查一次'}
        </Button>
      </div>
      <p className="quiet">
        查找身份证号、银行账号、电话、住址、标密标识、错误用语、问题链接和没有清理的模板文字。
      </p>
      <ProblemAlert error={error} title="没有检查成" />
      {findings !== null && (
        <p role="status">
          {summary(findings)}
          {openInFiles > 0 && ` 附件和图片里另有 ${openInFiles} 处须处理，见“附件”。`}
          {isOld && <span className="quiet"> 检查以后改动过，请再检查一次。</span>}
        </p>
      )}
      {maskable.length > 1 && (
        <p>
          <Button type="primary" ghost onClick={() => onMask(maskable)}>
            全部遮盖（{maskable.length} 处）
          </Button>
        </p>
      )}
      {findings !== null && findings.length > 0 && (
        <ul className="scan-findings">
          {findings.map((finding) => (
            <Finding key={finding.key} finding={finding} onShow={onShow} onMask={onMask} />
          ))}
        </ul>
      )}
    </section>
  );
}
