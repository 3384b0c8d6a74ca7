import { useQueryClient } from '@tanstack/react-query';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { App } from 'antd';
import { type ReactNode, useState } from 'react';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ConfirmChange } from '../../ui/confirm-change.tsx';
import { isStale } from '../../ui/stale-current.ts';

/** What runs a change; as `useChange` gives it. */
interface Running {
  readonly isPending: boolean;
  readonly error: unknown;
  readonly reset: () => void;
}

interface Props {
  /** On the button, and the verb of the decision. */
  readonly label: string;
  /** For people who hear it, where the label alone does not say about whom. */
  readonly name?: string;
  readonly title: string;
  /** What follows from it. */
  readonly children: ReactNode;
  readonly done: string;
  readonly grave?: boolean;
  readonly small?: boolean;
  readonly abilities: readonly Permission[];
  readonly hindrance?: string | undefined;
  readonly running: Running;
  /** Begins the change with what follows: closed after success, read again when it was stale. */
  readonly onConfirm: (options: {
    readonly onSuccess: () => void;
    readonly onError: (error: unknown) => void;
  }) => void;
}

/** A change to an account: a button, its consequence, and only then the change. */
export function ActButton(props: Props): ReactNode {
  const { label, name, title, children, done, grave = false, small = false } = props;
  const { abilities, hindrance, running, onConfirm } = props;
  const [asking, setAsking] = useState(false);
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  return (
    <>
      <AbilityButton
        {...(small && { size: 'small' })}
        {...(name !== undefined && { 'aria-label': name })}
        needs="account.manage"
        abilities={abilities}
        hindrance={hindrance}
        onClick={() => {
          running.reset();
          setAsking(true);
        }}
      >
        {label}
      </AbilityButton>
      <ConfirmChange
        open={asking}
        title={title}
        confirm={label}
        grave={grave}
        busy={running.isPending}
        error={isStale(running.error) ? null : running.error}
        onCancel={() => setAsking(false)}
        onConfirm={() =>
          onConfirm({
            onSuccess: () => {
              setAsking(false);
              void message.success(done);
            },
            onError: (error) => {
              if (isStale(error)) void queryClient.invalidateQueries({ queryKey: ['account'] });
            },
          })
        }
      >
        {children}
        {isStale(running.error) && (
          <p className="late" role="alert">
            刚才有人改动了这个账号，没有办理。最新内容已载入，请核对后再确认。
          </p>
        )}
      </ConfirmChange>
    </>
  );
}
