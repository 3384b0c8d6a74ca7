import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { cellId, type TableId } from '@zhaoshi/domain/annual-report/ids';
import { isComputed } from '@zhaoshi/domain/annual-report/work/report-cells';
import { Button, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { ShownReport } from './shown-report.ts';
import type { Editing, ReportForm } from './use-report-form.ts';

interface Props {
  readonly table: TableId;
  readonly shown: ShownReport;
  readonly form: ReportForm;
}

/** Last year's 四、结转 of each column, which this year's 二、上年结转 must equal (AR-XYR-01). */
function CarriedIn({
  shown,
  form,
  editing,
}: Omit<Props, 'table'> & { readonly editing: Editing }): ReactNode {
  const row = formTable('t3', shown.formVersion).rows.find(({ id }) => id === 't3.carriedIn');
  const before = shown.lastYear?.cells ?? {};
  const open = (row?.columns ?? []).flatMap(({ id, label }) => {
    const value = before[cellId('t3.carriedForward', id)];
    const cell = cellId('t3.carriedIn', id);
    if (value === undefined || value === null || isComputed(cell, shown.formVersion)) return [];
    return form.values.typed[cell] === String(value) ? [] : [{ cell, label, value }];
  });
  if (open.length === 0) return null;
  const take = (taken: typeof open): void =>
    editing.change({
      typed: {
        ...form.values.typed,
        ...Object.fromEntries(taken.map(({ cell, value }) => [cell, String(value)])),
      },
    });
  return (
    <div className="actions carried-in">
      <span className="quiet">上年报告的“结转下年度继续办理”，填入“上年结转”：</span>
      {open.map((one) => (
        <Button size="small" key={one.cell} onClick={() => take([one])}>
          {one.label} {one.value}
        </Button>
      ))}
      {open.length > 1 && (
        <Button size="small" onClick={() => take(open)}>
          全部填入
        </Button>
      )}
    </div>
  );
}

/** A blank is no 0 (AR-CEL-01): whoever has looked says of all that are left at once that nothing happened. */
function Zeros({ table, shown, form, editing }: Props & { readonly editing: Editing }): ReactNode {
  const blank = formTable(table, shown.formVersion).cells.filter(
    ({ id }) => !isComputed(id, shown.formVersion) && (form.values.typed[id] ?? '').trim() === '',
  );
  if (blank.length === 0) return null;
  const zeros = Object.fromEntries(blank.map(({ id }) => [id, '0']));
  return (
    <Button size="small" onClick={() => editing.change({ typed: { ...form.values.typed, ...zeros } })}>
      空着的 {blank.length} 格都填 0
    </Button>
  );
}

/** Where a table's figures come from, and what can be taken over instead of typed. */
export function TableSource({ table, shown, form }: Props): ReactNode {
  const { editing, values, computed } = form;
  const { title, cells } = formTable(table, shown.formVersion);
  const isRegion = shown.reportScope === 'regionGovernment';
  const isTyped = values.sources[table] === 'typed';
  const known = cells.filter(
    ({ id }) => computed.counted[id] !== undefined && !isComputed(id, shown.formVersion),
  );
  const unknown = cells.length - cells.filter(({ id }) => computed.counted[id] !== undefined).length;
  const counted = isRegion ? '由报送单位汇总' : '由台账统计';
  if (editing === null) return <p className="quiet">{isTyped ? '数字由本单位填报。' : `数字${counted}。`}</p>;
  const copy = (): void =>
    editing.change({
      typed: {
        ...values.typed,
        ...Object.fromEntries(known.map(({ id }) => [id, String(computed.counted[id])])),
      },
    });
  return (
    <div className="table-source">
      <Radio.Group
        aria-label={`${title}的数字来源`}
        value={values.sources[table]}
        options={[
          { value: 'counted', label: counted },
          { value: 'typed', label: '自行填报' },
        ]}
        onChange={({ target }) =>
          editing.change({
            sources: { ...values.sources, [table]: target.value === 'typed' ? 'typed' : 'counted' },
          })
        }
      />
      {!isTyped && unknown > 0 && (
        <p className="quiet">
          {isRegion ? '有单位没有数字' : '台账里没有'}的 {unknown}{' '}
          格由您填写，其余自动统计；点数字查看所计的。
        </p>
      )}
      {!isTyped && unknown === 0 && <p className="quiet">各格自动统计，点数字查看所计的。</p>}
      {isTyped && (
        <>
          <p className="quiet">合计自动算出，不用填。没有发生的填 0，空着不等于 0。</p>
          <div className="actions">
            {known.length > 0 && (
              <Button size="small" onClick={copy}>
                以{isRegion ? '汇总' : '台账'}数字填入
              </Button>
            )}
            <Zeros table={table} shown={shown} form={form} editing={editing} />
          </div>
          {table === 't3' && <CarriedIn shown={shown} form={form} editing={editing} />}
        </>
      )}
    </div>
  );
}
