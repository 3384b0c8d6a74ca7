import { findingKey, type ScanFinding } from '@zhaoshi/domain/disclosure/scan/finding';
import { placeWords } from '@zhaoshi/domain/disclosure/scan/piece';
import { kindTitle } from '@zhaoshi/domain/disclosure/scan/scan-text';
import type { Role } from '@zhaoshi/domain/permission/roles';
import { mayJustify } from '@zhaoshi/domain/village/refuse-findings';
import { Alert, Button, Input } from 'antd';
import type { ReactNode } from 'react';
import type { PostDraft } from './post-draft.ts';

interface Props {
  readonly findings: readonly ScanFinding[];
  readonly roles: readonly Role[];
  readonly justified: PostDraft['justified'];
  readonly onMask: () => void;
  readonly onJustify: (justified: PostDraft['justified']) => void;
}

/** What stops a post: personal data to be masked with one press, or justified by who may. */
export function FindingsAlert({ findings, roles, justified, onMask, onJustify }: Props): ReactNode {
  const blocking = findings.filter(({ severity }) => severity === 'blocks');
  if (blocking.length === 0) return null;
  const reasonOf = (key: string): string => justified.find((one) => one.key === key)?.reason ?? '';
  const justify = (key: string, reason: string): void =>
    onJustify([...justified.filter((one) => one.key !== key), ...(reason === '' ? [] : [{ key, reason }])]);
  return (
    <Alert
      className="problem"
      type="error"
      showIcon
      role="alert"
      title="有个人信息没有遮盖，还没有公布"
      description={
        <>
          <ul>
            {blocking.map((finding) => {
              const key = findingKey(finding);
              const words = `${placeWords(finding.place)}：${kindTitle(finding)}`;
              return (
                <li key={key}>
                  {words} {finding.mask !== null && <span className="figures">→ {finding.mask}</span>}
                  {mayJustify(finding, roles) && (
                    <Input
                      aria-label={`${words}，确需公开的理由`}
                      placeholder="确需公开的，写明理由"
                      maxLength={200}
                      value={reasonOf(key)}
                      onChange={({ target }) => justify(key, target.value)}
                    />
                  )}
                </li>
              );
            })}
          </ul>
          <p>内容已保留。遮盖后再点“公布”；系统不能自动遮盖的，请直接修改文字。</p>
          {blocking.some(({ mask }) => mask !== null) && (
            <Button type="primary" onClick={onMask}>
              全部遮盖
            </Button>
          )}
        </>
      }
    />
  );
}
