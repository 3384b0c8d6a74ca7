import { cellName, formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import type { CellId, TableId } from '@zhaoshi/domain/annual-report/ids';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ShownReport } from './shown-report.ts';
import type { Editing, ReportForm } from './use-report-form.ts';

interface Props {
  readonly table: TableId;
  readonly shown: ShownReport;
  readonly form: ReportForm;
}

function Writing({ table, shown, form, editing }: Props & { readonly editing: Editing }): ReactNode {
  const [added, setAdded] = useState<readonly string[]>([]);
  const { footnotes } = form.values;
  const written = Object.keys(footnotes).filter((cell) => cell.startsWith(`${table}.`));
  const listed = [...new Set([...written, ...added])];
  const set = (cell: string, text: string): void => {
    const { [cell]: _former, ...others } = footnotes;
    editing.change({ footnotes: text === '' ? others : { ...others, [cell]: text } });
  };
  return (
    <details className="footnotes">
      <summary>表注{written.length > 0 && `（${written.length}）`}</summary>
      {listed.map((cell) => (
        <div className="footnote" key={cell}>
          <Input
            aria-label={`${nameOf(cell)}的表注`}
            addonBefore={nameOf(cell)}
            maxLength={500}
            value={footnotes[cell] ?? ''}
            onChange={({ target }) => set(cell, target.value)}
          />
          <Button
            onClick={() => {
              set(cell, '');
              setAdded(added.filter((one) => one !== cell));
            }}
          >
            去掉
          </Button>
        </div>
      ))}
      <Select<string, { readonly value: string; readonly label: string }>
        className="field-picker"
        aria-label="给哪一格加表注"
        placeholder="给哪一格加表注：输入几个字查找"
        value={null}
        showSearch={{
          filterOption: (typed, option) => option !== undefined && option.label.includes(typed),
        }}
        options={formTable(table, shown.formVersion)
          .cells.filter(({ id }) => !listed.includes(id))
          .map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(cell) => setAdded([...added, cell])}
      />
    </details>
  );
}

const nameOf = (cell: string): string => cellName(cell as CellId);

/** Remarks to single cells, printed below the table. */
export function Footnotes(props: Props): ReactNode {
  const { editing } = props.form;
  return editing !== null && <Writing {...props} editing={editing} />;
}
