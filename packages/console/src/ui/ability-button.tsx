import { PERMISSIONS, type Permission } from '@zhaoshi/domain/permission/permissions';
import { Button, type ButtonProps, Tooltip } from 'antd';
import { type ReactNode, useId } from 'react';

interface Props extends Omit<ButtonProps, 'disabled' | 'aria-disabled'> {
  /** The right it takes. */
  readonly needs: Permission;
  /** What the person may do: of the resource where it sends them, otherwise of the session. */
  readonly abilities: readonly Permission[];
  /** Why it cannot be done now although the person may, such as the state of the thing. */
  readonly hindrance?: string | undefined;
}

/** A button that is grey, with the reason, when the ability is absent; it can still be reached by keyboard. */
export function AbilityButton({ needs, abilities, hindrance, onClick, children, ...rest }: Props): ReactNode {
  const reasonId = useId();
  const reason = abilities.includes(needs)
    ? hindrance
    : `需要“${PERMISSIONS[needs].title}”的权限。如工作需要，请联系本机关的系统管理员。`;
  if (reason === undefined) {
    return (
      <Button {...rest} onClick={onClick}>
        {children}
      </Button>
    );
  }
  return (
    <>
      <Tooltip
        title={reason}
        styles={{ root: { maxWidth: 'min(20rem, calc(100vw - 2rem))' } }}
        trigger={['hover', 'focus']}
      >
        <Button
          {...rest}
          type="default"
          className="unable"
          htmlType="button"
          aria-disabled
          aria-describedby={reasonId}
        >
          {children}
        </Button>
      </Tooltip>
      <span id={reasonId} className="for-readers">
        {reason}
      </span>
    </>
  );
}
