import { OUTCOMES } from '@zhaoshi/domain/application/outcome';
import { STATUSES } from '@zhaoshi/domain/application/status';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { ShownCase } from '../shown-application.ts';
import type { InputProps } from './entered.ts';

type JointCase = ShownCase['jointCases'][number];

const chosenIds = (value: unknown): ReadonlySet<unknown> =>
  new Set(
    Array.isArray(value)
      ? value.map((one: unknown) =>
          typeof one === 'object' && one !== null && 'applicationId' in one ? one.applicationId : null,
        )
      : [],
  );

/** How the case stands, and why it cannot be answered together now. */
function standing({ status, outcome }: JointCase): string {
  const drafted = outcome === null ? '还没有拟写答复' : `拟定的结果：${OUTCOMES[outcome].title}`;
  const hindrance = status === 'underReview' ? '' : '；提交审核以后才能一并批准';
  return `${STATUSES[status]}；${drafted}${hindrance}`;
}

/** Chooses the cases that the same letter answers; each is sent as it was seen, so that nobody's change is passed over. */
export function JointCases({
  value,
  onChange,
  shown,
  label,
}: InputProps & { readonly shown: ShownCase; readonly label: string }): ReactNode {
  const chosen = chosenIds(value);
  const toggle = (applicationId: string, isChosen: boolean): void => {
    const cases = shown.jointCases.filter((one) =>
      one.applicationId === applicationId ? isChosen : chosen.has(one.applicationId),
    );
    const sent = cases.map((one) => ({ applicationId: one.applicationId, version: one.version }));
    onChange?.(sent.length === 0 ? undefined : sent);
  };
  return (
    <div role="group" aria-label={label} className="joint-cases">
      {shown.jointCases.map((one) => (
        <Checkbox
          key={one.applicationId}
          checked={chosen.has(one.applicationId)}
          disabled={one.status !== 'underReview'}
          onChange={({ target }) => toggle(one.applicationId, target.checked)}
        >
          {one.registrationNumber} {one.summary}
          <small className="quiet">{standing(one)}</small>
        </Checkbox>
      ))}
    </div>
  );
}
