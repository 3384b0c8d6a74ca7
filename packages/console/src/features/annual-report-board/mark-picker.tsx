import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { type CellId, type FormVersion, TABLE_IDS } from '@zhaoshi/domain/annual-report/ids';
import { Checkbox, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { BoardUnit } from './board-rows.ts';
import { everyMark, type Mark, marksOf } from './marks.ts';
import './mark-picker.css';

type Marked = Pick<RouteOutput<typeof annualReportRoutes.read>, 'findings' | 'formVersion' | 'texts'>;

const cellIdsOf = (version: FormVersion): readonly CellId[] =>
  TABLE_IDS.flatMap((table) => formTable(table, version).cells.map(({ id }) => id));

const markKey = ({ kind, value }: Mark): string => `${kind} ${value}`;

const NONE = {
  checked: '校验没有指出单元格或者文字。',
  compared: '校验没有指出单元格或者文字，与上年相比也没有变化大的数字。',
} as const;

interface Picked {
  readonly picker: ReactNode;
  readonly cells: readonly string[];
  readonly passages: readonly string[];
}

function Offered({
  marks,
  none,
  chosen,
  onChange,
}: {
  readonly marks: readonly Mark[];
  /** Said where nothing is offered. */
  readonly none: string;
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}): ReactNode {
  if (marks.length === 0) return <p className="quiet">{none}</p>;
  const toggle = (key: string, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(key);
    else next.delete(key);
    onChange(next);
  };
  return (
    <ul className="review-marks" aria-label="退回时标明">
      {marks.map((mark) => (
        <li key={markKey(mark)}>
          <Checkbox
            checked={chosen.has(markKey(mark))}
            onChange={({ target }) => toggle(markKey(mark), target.checked)}
          >
            {mark.kind === 'cell' ? mark.title : `“${mark.title}”`}
            <br />
            <small className="quiet">{mark.why}</small>
          </Checkbox>
        </li>
      ))}
    </ul>
  );
}

/**
 * Cells and sentences that are marked when a report goes back: what the check and last year's figures point at is
 * offered, every other can be found by its name or words. The heading above them is the caller's.
 *
 * @param changes `null`: not compared with last year here
 */
export function useMarks(shown: Marked | undefined, changes: BoardUnit['changes'] | null): Picked {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const marks = shown === undefined ? [] : marksOf(shown, { changes: changes ?? [] });
  const every = shown === undefined ? [] : everyMark(cellIdsOf(shown.formVersion), shown.texts);
  const known = new Map([...every, ...marks].map((mark) => [markKey(mark), mark]));
  const picked = [...chosen].flatMap((key) => known.get(key) ?? []);
  const valuesOf = (kind: Mark['kind']): readonly string[] =>
    picked.filter((mark) => mark.kind === kind).map(({ value }) => value);
  return {
    cells: valuesOf('cell'),
    passages: valuesOf('passage'),
    picker: (
      <>
        <Offered
          marks={marks}
          none={NONE[changes === null ? 'checked' : 'compared']}
          chosen={chosen}
          onChange={setChosen}
        />
        <Select
          mode="multiple"
          className="mark-picker"
          aria-label="另外标明的单元格和文字"
          placeholder="另外标明单元格或者文字：输入名称或者字句查找"
          showSearch={{ optionFilterProp: 'label' }}
          value={[...chosen]}
          options={[...known].map(([key, mark]) => ({ value: key, label: mark.title }))}
          onChange={(keys: readonly string[]) => setChosen(new Set(keys))}
        />
      </>
    ),
  };
}
