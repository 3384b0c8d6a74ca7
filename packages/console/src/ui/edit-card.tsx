import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { AbilityButton } from './ability-button.tsx';

interface Props {
  readonly title: string;
  readonly needs: Permission;
  readonly abilities: readonly Permission[];
  readonly hindrance?: string | undefined;
  readonly editing: { readonly isOpen: boolean; readonly open: () => void };
  /** The word on the button. */
  readonly verb?: string;
  /** Shown while nothing is edited. */
  readonly view: ReactNode;
  readonly form: ReactNode;
}

/** A part of a page that is shown, and edited in its place. */
export function EditCard(props: Props): ReactNode {
  const { title, needs, abilities, hindrance, editing, verb = '修改', view, form } = props;
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const wasOpen = useRef(editing.isOpen);
  useEffect(() => {
    // The form is gone, and the focus with it.
    if (wasOpen.current && !editing.isOpen) heading.current?.focus();
    wasOpen.current = editing.isOpen;
  }, [editing.isOpen]);
  return (
    <section className="card" aria-labelledby={headingId}>
      <div className="card-head">
        <h2 id={headingId} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {!editing.isOpen && (
          <AbilityButton
            needs={needs}
            abilities={abilities}
            hindrance={hindrance}
            onClick={editing.open}
            aria-label={`${verb}${title}`}
          >
            {verb}
          </AbilityButton>
        )}
      </div>
      {editing.isOpen ? form : view}
    </section>
  );
}
