import type { ActType } from '@zhaoshi/domain/application/act';
import { TRANSITIONS } from '@zhaoshi/domain/application/transitions';
import { Button } from 'antd';
import { type ReactNode, useId } from 'react';
import type { WhatIf } from './use-what-if.ts';

interface Props {
  readonly type: ActType;
  /** Why it would be refused as it is entered; empty when nothing is known against it. */
  readonly refusals: WhatIf['refusals'];
  readonly isPending: boolean;
  readonly onCancel: () => void;
}

/** The buttons of an act's form. What the preview refuses cannot be sent; the button says why. */
export function ActEnd({ type, refusals, isPending, onCancel }: Props): ReactNode {
  const reasonId = useId();
  const { title } = TRANSITIONS[type];
  const isRefused = refusals.length > 0;
  return (
    <>
      <div className="actions">
        <Button
          type={isRefused ? 'default' : 'primary'}
          htmlType={isRefused ? 'button' : 'submit'}
          loading={isPending}
          {...(isRefused && { className: 'unable', 'aria-disabled': true, 'aria-describedby': reasonId })}
        >
          {title}
        </Button>
        <Button onClick={onCancel}>取消</Button>
      </div>
      {isRefused && (
        <p id={reasonId} className="act-hindrance">
          现在不能办理“{title}”：{[...new Set(refusals.map(({ message }) => message))].join('')}
        </p>
      )}
    </>
  );
}
