import { Alert, type FormInstance } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';

/** A field that the form refused. */
export interface RefusedField {
  readonly name: (string | number)[];
  readonly errors: readonly string[];
}

interface Props {
  readonly form: FormInstance;
  /** A new list for each try, so that a second one is read out too. */
  readonly refused: readonly RefusedField[];
}

/** What stands against saving, all of it in one place, with the way to each field. */
export function IntakeErrors({ form, refused }: Props): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refused.length > 0) box.current?.focus();
  }, [refused]);
  if (refused.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} className="error-summary">
      <Alert
        className="problem"
        type="error"
        showIcon
        role="alert"
        title={`有 ${refused.length} 处需要修改，还没有登记`}
        description={
          <ul>
            {refused.map(({ name, errors }) => {
              const id = name.join('_');
              return (
                <li key={id}>
                  <a
                    href={`#${id}`}
                    onClick={(event) => {
                      event.preventDefault();
                      form.scrollToField(name, { block: 'center', focus: true });
                    }}
                  >
                    {errors.join('；')}
                  </a>
                </li>
              );
            })}
          </ul>
        }
      />
    </div>
  );
}
