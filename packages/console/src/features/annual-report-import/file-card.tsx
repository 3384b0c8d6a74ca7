import { Link } from '@tanstack/react-router';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { Button, Select, Tag } from 'antd';
import { type ReactNode, useId } from 'react';
import { OrganPicker } from '../../ui/organ-picker.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { type ChosenFile, isSure, type Reading } from './read-files.ts';
import './import.css';

const yearOptions = () => {
  const last = yearOf(civilDateAt(new Date()));
  return Array.from({ length: last - 2018 }, (_, index) => ({
    value: last - index,
    label: `${last - index}年度`,
  }));
};

/** Every figure with where it stood, for a look at the original beside. */
const Figures = ({ cells }: Pick<Reading, 'cells'>): ReactNode => (
  <details>
    <summary>对照原件：读出 {cells.length} 格</summary>
    {/* Scrolled with the keyboard too. */}
    <div className="report-figures" tabIndex={0} role="region" aria-label="读出的数字和位置">
      <table className="plain stacked">
        <thead>
          <tr>
            <th scope="col">单元格</th>
            <th scope="col">读出的数字</th>
            <th scope="col">原件里的位置</th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ cell, name, value, raw, state, place }) => (
            <tr key={cell}>
              <th scope="row">{name}</th>
              <td data-title="读出的数字">
                <span>
                  {state === 'blank' ? '（空白）' : (value ?? raw)}{' '}
                  {state === 'derived' && <Tag color="warning">推算的，原件没有写</Tag>}
                  {state === 'text' && <Tag color="warning">不是数字</Tag>}
                </span>
              </td>
              <td data-title="位置">{place === '' ? '—' : place}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </details>
);

/** What is doubtful about the reading, what the reader did, and what the rules find in the report itself. */
function Remarks({ reading }: { readonly reading: Reading }): ReactNode {
  const { doubts, notes, findings } = reading;
  const looked = notes.filter(({ kind }) => kind !== 'normalised');
  return (
    <>
      {doubts.length > 0 && (
        <ul>
          {doubts.map((doubt) => (
            <li key={doubt}>{doubt}</li>
          ))}
        </ul>
      )}
      {looked.length > 0 && (
        <details>
          <summary>需要核对的 {looked.length} 处</summary>
          <ul>
            {looked.map(({ message }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <li key={index}>{message}</li>
            ))}
          </ul>
        </details>
      )}
      {findings.length > 0 && (
        <details>
          <summary>报告本身校验出 {findings.length} 处，照原样录入</summary>
          <ul>
            {findings.map(({ rule, message }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <li key={index}>
                {message}
                <small className="quiet">（{rule}）</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface Props {
  readonly chosen: ChosenFile;
  readonly isBusy: boolean;
  /** Whether the report of the chosen organ is the person’s own. */
  readonly isOwn: boolean;
  readonly onChange: (change: Partial<ChosenFile>) => void;
  readonly onEnter: (as: 'submitted' | 'published') => void;
  /** Opens the comparison with the draft. */
  readonly onDraft: () => void;
}

const ENTERED = { submitted: '已录入', published: '已录入并公布', draft: '已填入草稿' } as const;

/** One file: whose report it seems to be, what is doubtful, and the press by which it is entered. */
export function FileCard({ chosen, isBusy, isOwn, onChange, onEnter, onDraft }: Props): ReactNode {
  const id = useId();
  const { name, reading, error, unit, year, entered } = chosen;
  const isReady = unit !== null && year !== null && !isBusy;
  return (
    <section className="card report-file" aria-labelledby={id}>
      <h2 id={id}>
        {name} {entered !== null && <Tag color="success">{ENTERED[entered]}</Tag>}
        {entered === null && isSure(chosen) && <Tag color="success">有把握</Tag>}
        {entered === null && reading !== null && !isSure(chosen) && <Tag color="warning">请核对</Tag>}
      </h2>
      {reading !== null && (
        <>
          <p>{reading.title ?? '文件没有标题'}</p>
          <Remarks reading={reading} />
          <Figures cells={reading.cells} />
          {entered === null && (
            <div className="actions">
              <OrganPicker
                aria-label={`${name}是哪个单位的报告`}
                needs="report.read"
                value={unit}
                placeholder="选择单位"
                onChange={(picked) => onChange({ unit: picked })}
              />
              <Select
                aria-label={`${name}是哪一年的报告`}
                value={year}
                placeholder="选择年度"
                options={yearOptions()}
                onChange={(picked) => onChange({ year: picked })}
              />
              {isOwn ? (
                <>
                  <Button type="primary" disabled={!isReady} onClick={onDraft}>
                    作为草稿
                  </Button>
                  <Button disabled={!isReady} onClick={() => onEnter('published')}>
                    作为已公布的报告录入
                  </Button>
                </>
              ) : (
                <Button type="primary" disabled={!isReady} onClick={() => onEnter('submitted')}>
                  作为报送的报告录入
                </Button>
              )}
            </div>
          )}
          {entered !== null && unit !== null && year !== null && (
            <p>
              <Link
                to="/annual-reports/$regionId/$organId/$year"
                params={{ regionId: unit.regionId, organId: unit.organId, year: String(year) }}
              >
                打开{unit.name}
                {year}年的报告
              </Link>
            </p>
          )}
        </>
      )}
      <ProblemAlert error={error} />
    </section>
  );
}
