import { PlusOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { organRoutes } from '@zhaoshi/contract/routes/organs';
import { Form } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ConfirmChange } from '../../ui/confirm-change.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { FormDialog } from './form-dialog.tsx';
import { DayField } from './new-organ-fields.tsx';
import { type ShownOrgan, today } from './shown-organ.ts';
import { SuccessionFields, type SuccessionValues, successionBody } from './succession-fields.tsx';
import { useOutcome } from './use-outcome.ts';

type Told = RouteOutput<typeof organRoutes.listSuccessions>;
type Succession = Told['items'][number];

interface Props {
  readonly organ: ShownOrgan;
}

interface Values extends SuccessionValues {
  readonly validFrom: string;
}

function AddSuccession({ organ, onClose }: Props & { readonly onClose: () => void }): ReactNode {
  const { regionId, organId, name, validTo, version } = organ;
  const [form] = Form.useForm<Values>();
  const heir = Form.useWatch('successor', form);
  const add = useChange(organRoutes.addSuccession);
  const outcome = useOutcome<Succession>(form, '职权承接已登记', onClose);
  return (
    <FormDialog<Values>
      title={`登记${name}的职权承接`}
      confirm="登记"
      form={form}
      initialValues={{ validFrom: validTo ?? today() }}
      running={add}
      onSubmit={({ validFrom, ...succession }) =>
        add.mutate(
          {
            request: { params: { regionId, organId }, body: { ...successionBody(succession), validFrom } },
            version,
          },
          outcome,
        )
      }
      onClose={onClose}
      consequence={
        <p>
          登记后，两个机关的沿革都写明：自该日起，所列事项由{heir == null ? '承接机关' : heir.name}
          承担公开责任（国办公开办函〔2019〕14号）。{name}的其他职权、信息和记录不变。
        </p>
      }
    >
      <SuccessionFields organId={organId} isPartial={validTo === null} />
      <DayField name="validFrom" label="承接日期" />
    </FormDialog>
  );
}

function RemoveSuccession({ organ, succession }: Props & { readonly succession: Succession }): ReactNode {
  const [asking, setAsking] = useState(false);
  const remove = useChange(organRoutes.removeSuccession);
  const outcome = useOutcome<unknown>(null, '已删去', () => setAsking(false));
  const { regionId, organId, version, abilities } = organ;
  const { successionId, successor, validFrom } = succession;
  return (
    <>
      <AbilityButton
        size="small"
        needs="organ.manage"
        abilities={abilities}
        aria-label={`删去由${successor.name}承接的登记`}
        onClick={() => {
          remove.reset();
          setAsking(true);
        }}
      >
        删去
      </AbilityButton>
      <ConfirmChange
        open={asking}
        title="删去职权承接的登记"
        confirm="删去"
        grave
        busy={remove.isPending}
        error={remove.error}
        onCancel={() => setAsking(false)}
        onConfirm={() =>
          remove.mutate({ request: { params: { regionId, organId, successionId } }, version }, outcome)
        }
      >
        <p>
          只用于登记有误的情形。删去后，两个机关的沿革不再写明{shownDate(validFrom)}由{successor.name}
          承接；审计记录仍留有这次登记和删去。
        </p>
      </ConfirmChange>
    </>
  );
}

interface LineProps {
  readonly other: { readonly regionId: string; readonly organId: string; readonly name: string };
  readonly words: string;
  readonly line: Pick<Succession, 'validFrom' | 'matters' | 'documentNumber'>;
  readonly children?: ReactNode;
}

function Line({ other, words, line, children }: LineProps): ReactNode {
  const { regionId, organId, name } = other;
  return (
    <li>
      <span className="row-text linked">
        <span className="figures">{shownDate(line.validFrom)}起</span>
        {words}
        <Link to="/organs/$regionId/$organId" params={{ regionId, organId }}>
          {name}
        </Link>
        ：{line.matters ?? '全部职权'}
        {line.documentNumber !== null && <small className="quiet">依据：{line.documentNumber}</small>}
      </span>
      {children}
    </li>
  );
}

/** From whom the organ took powers over, and to whom its own went. */
export function Successions({ organ }: Props): ReactNode {
  const [adding, setAdding] = useState(false);
  const { regionId, organId, abilities } = organ;
  const { data, error } = useRead(organRoutes.listSuccessions, { params: { regionId, organId } });
  const { items = [], predecessions = [] } = data ?? {};
  return (
    <section className="card">
      <div className="card-head">
        <h2>沿革</h2>
        <AbilityButton
          icon={<PlusOutlined aria-hidden />}
          needs="organ.manage"
          abilities={abilities}
          onClick={() => setAdding(true)}
        >
          登记职权承接
        </AbilityButton>
      </div>
      <ProblemAlert error={error} />
      {data !== undefined && items.length === 0 && predecessions.length === 0 && (
        <p className="quiet">没有登记过职权的承接。</p>
      )}
      <ul className="rows">
        {predecessions.map((one) => (
          <Line key={one.successionId} other={one.predecessor} words="承接" line={one} />
        ))}
        {items.map((one) => (
          <Line key={one.successionId} other={one.successor} words="移交" line={one}>
            <RemoveSuccession organ={organ} succession={one} />
          </Line>
        ))}
      </ul>
      {adding && <AddSuccession organ={organ} onClose={() => setAdding(false)} />}
    </section>
  );
}
