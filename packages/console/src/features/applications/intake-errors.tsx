import { Alert, type FormInstance } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';

/** A field that the form refused. */
export interface RefusedField {
  readonly name: (string | number)[];
  readonly errors: readonly string[];
}

/** What the last try found; a field that is mended since then is taken out. */
export interface Refused {
  readonly fields: readonly RefusedField[];
  /** Counted, so that a second try is read out too. */
  readonly tries: number;
}

const idOf = (name: readonly (string | number)[]): string => name.join('_');

/** What was refused without the fields that are right by now. */
export function stillWrong(form: FormInstance, refused: Refused): Refused {
  const wrong = new Set(
    form.getFieldsError().flatMap(({ name, errors }) => (errors.length > 0 ? [idOf(name)] : [])),
  );
  const fields = refused.fields.filter(({ name }) => wrong.has(idOf(name)));
  return fields.length === refused.fields.length ? refused : { ...refused, fields };
}

interface Props {
  readonly form: FormInstance;
  readonly refused: Refused;
}

/** What stands against saving, all of it in one place, with the way to each field. */
export function IntakeErrors({ form, refused: { fields, tries } }: Props): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tries > 0) box.current?.focus();
  }, [tries]);
  if (fields.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} className="error-summary">
      <Alert
        className="problem"
        type="error"
        showIcon
        role="alert"
        title={`有 ${fields.length} 处需要修改，还没有登记`}
        description={
          <ul>
            {fields.map(({ name, errors }) => {
              const id = idOf(name);
              return (
                <li key={id}>
                  <a
                    href={`#intake_${id}`}
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
