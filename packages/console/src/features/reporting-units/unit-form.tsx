import { PlusOutlined } from '@ant-design/icons';
import { reportingUnitRoutes } from '@zhaoshi/contract/routes/reporting-units';
import { App, Button, Checkbox, Input } from 'antd';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { CallProblem } from '../../app/problem.ts';
import type { Editing } from '../../app/use-editing.ts';
import { useChange } from '../../app/use-route.ts';
import { DraftGuard } from '../../ui/draft-guard.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { MoveButtons } from '../../ui/move-buttons.tsx';
import { staleWith } from '../../ui/stale-current.ts';
import { StaleDialog } from '../../ui/stale-dialog.tsx';
import { bodyOf, type ListValues, moved, type ShownList, type UnitRow, valuesOf } from './unit-values.ts';

interface RowProps {
  readonly row: UnitRow;
  readonly index: number;
  readonly count: number;
  readonly fault: string | undefined;
  readonly onChange: (row: UnitRow) => void;
  readonly onMove: (to: number) => void;
}

function Row({ row, index, count, fault, onChange, onMove }: RowProps): ReactNode {
  const { organId, name, included, reason } = row;
  return (
    <li className="unit-row">
      <span className="figures">{index + 1}</span>
      <b>{name}</b>
      <Checkbox
        checked={included}
        aria-label={`${name}报送`}
        onChange={({ target }) => onChange({ ...row, included: target.checked })}
      >
        报送
      </Checkbox>
      <span className="unit-reason">
        {!included && (
          <>
            <Input
              aria-label={`${name}不报送的理由`}
              placeholder="不报送的理由"
              maxLength={300}
              value={reason}
              {...(fault !== undefined && {
                status: 'error' as const,
                'aria-invalid': true,
                'aria-describedby': `fault-${organId}`,
              })}
              onChange={({ target }) => onChange({ ...row, reason: target.value })}
            />
            {fault !== undefined && (
              <span id={`fault-${organId}`} className="late">
                {fault}
              </span>
            )}
          </>
        )}
      </span>
      <MoveButtons name={name} index={index} count={count} onMove={onMove} />
    </li>
  );
}

/** What the server says of single rows, by their place. */
const faultsOf = (error: unknown): ReadonlyMap<number, string> =>
  new Map(
    (error instanceof CallProblem ? (error.told.errors ?? []) : []).flatMap(({ pointer, message }) => {
      const place = /^\/units\/(\d+)/.exec(pointer)?.[1];
      return place === undefined ? [] : [[Number(place), message]];
    }),
  );

const shown = (_name: string, value: unknown): ReactNode => (
  <ol className="duties">
    {(value as readonly UnitRow[]).map(({ organId, name, included, reason }) => (
      <li key={organId}>
        {name}
        {!included && `（不报送：${reason}）`}
      </li>
    ))}
  </ol>
);

/** The list as it is edited: who reports, why others do not, and in which order they stand. */
export function UnitForm({ editing }: { readonly editing: Editing<ShownList, ListValues> }): ReactNode {
  const { draft, close } = editing;
  const { base } = draft;
  const { regionId, reportYear, notListed } = base;
  const [units, setUnits] = useState(draft.values.units);
  const edit = useChange(reportingUnitRoutes.edit, { also: ['desk'] });
  const { message } = App.useApp();
  const change = (next: readonly UnitRow[]): void => {
    setUnits(next);
    draft.keep({ units: next });
  };
  const save = (values: ListValues, version: number): void =>
    edit.mutate(
      { request: { params: { regionId, reportYear }, body: bodyOf(values) }, version },
      {
        onSuccess: () => {
          close();
          void message.success('名单已保存');
        },
      },
    );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    save({ units }, draft.version);
  };
  const faults = faultsOf(edit.error);
  const named = new Set(units.map(({ organId }) => organId));
  const absent = notListed.filter(({ organId }) => !named.has(organId));
  return (
    <>
      <DraftGuard draft={draft} onDiscard={close} />
      <form onSubmit={submit} noValidate>
        <ol className="unit-rows">
          {units.map((row, index) => (
            <Row
              key={row.organId}
              row={row}
              index={index}
              count={units.length}
              fault={faults.get(index)}
              onChange={(next) => change(units.map((one, place) => (place === index ? next : one)))}
              onMove={(to) => change(moved(units, index, to))}
            />
          ))}
        </ol>
        {absent.length > 0 && (
          <>
            <h3 className="sub-heading">不在名单中的机关</h3>
            <ul className="rows">
              {absent.map(({ regionId: region, organId, name }) => (
                <li key={organId}>
                  {name}
                  <Button
                    icon={<PlusOutlined aria-hidden />}
                    aria-label={`把${name}加入名单`}
                    onClick={() =>
                      change([...units, { regionId: region, organId, name, included: true, reason: '' }])
                    }
                  >
                    加入名单
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
        <FormEnd
          edit={edit}
          consequence="这份名单和顺序是催报、汇总本年度报告的依据；已报送的报告不受影响。"
          onCancel={close}
        />
      </form>
      <StaleDialog
        error={staleWith(edit.error, valuesOf)}
        mine={{ units }}
        labels={{ units: '名单' }}
        show={shown}
        onCancel={edit.reset}
        onResolve={(values, version) => save({ units: values['units'] as readonly UnitRow[] }, version)}
      />
    </>
  );
}
