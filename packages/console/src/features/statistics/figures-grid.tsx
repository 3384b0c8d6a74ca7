import { figureWords } from '@zhaoshi/domain/statistics/figure';
import { ENTRY_STATES } from '@zhaoshi/domain/statistics/statistic-entry';
import {
  STATISTIC_KIND_NAMES,
  STATISTIC_KINDS,
  type StatisticKind,
} from '@zhaoshi/domain/statistics/statistic-kinds';
import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { type Cell, type ShownFigure, type ShownYear, STATE_COLORS } from './figures.ts';

interface Props {
  readonly shown: ShownYear;
  readonly onChoose: (cell: Cell) => void;
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

const nameOf = (kind: StatisticKind, month: number): string => `${month}月${STATISTIC_KINDS[kind].title}`;

function Figure({ figure, onChoose }: { readonly figure: ShownFigure } & Pick<Props, 'onChoose'>): ReactNode {
  const { kind, month, unit, latest, state } = figure;
  const words = latest.figure === null ? '没有数字' : figureWords(kind, latest.figure);
  return (
    <li>
      <Button type="link" size="small" onClick={() => onChoose({ kind, month, figure })}>
        {unit === '' ? words : `${unit} ${words}`}
        <span className="for-readers">
          （{nameOf(kind, month)}，{ENTRY_STATES[state]}）
        </span>
      </Button>
      <Tag color={STATE_COLORS[state]}>{ENTRY_STATES[state]}</Tag>
    </li>
  );
}

/** What a month has of a kind: its figures, or the button to enter one. */
function Month({
  shown,
  kind,
  month,
  onChoose,
}: Props & { readonly kind: StatisticKind; readonly month: number }) {
  const figures = shown.entries.filter((one) => one.kind === kind && one.month === month);
  const living = figures.filter(({ state }) => state !== 'withdrawn');
  const isWhole = living.some(({ unit }) => unit === '');
  return (
    <>
      {figures.length > 0 && (
        <ul className="figure-list">
          {figures.map((figure) => (
            <Figure key={figure.entryId} figure={figure} onChoose={onChoose} />
          ))}
        </ul>
      )}
      {!isWhole && (
        <AbilityButton
          size="small"
          needs="statistics.write"
          abilities={shown.abilities}
          onClick={() => onChoose({ kind, month, figure: null })}
        >
          {living.length === 0 ? '填报' : '再填一个科室'}
          <span className="for-readers">：{nameOf(kind, month)}</span>
        </AbilityButton>
      )}
    </>
  );
}

function Wide({ shown, months, onChoose }: Props & { readonly months: readonly number[] }): ReactNode {
  return (
    <div className="table-scroll" role="region" aria-label="逐月数字" tabIndex={0}>
      <table className="figures-grid">
        <thead>
          <tr>
            <th scope="col">月份</th>
            {STATISTIC_KIND_NAMES.map((kind) => (
              <th scope="col" key={kind}>
                {STATISTIC_KINDS[kind].title}
                <small className="under quiet">
                  {STATISTIC_KINDS[kind].counted}（{kind === 'fees' ? '元' : '件'}）
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month}>
              <th scope="row">
                {month}月{!shown.ended.includes(month) && <small className="under quiet">未结束</small>}
              </th>
              {STATISTIC_KIND_NAMES.map((kind) => (
                <td key={kind}>
                  <Month shown={shown} kind={kind} month={month} onChoose={onChoose} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Narrow({ shown, months, onChoose }: Props & { readonly months: readonly number[] }): ReactNode {
  return (
    <ul className="figure-months" aria-label="逐月数字">
      {months.map((month) => (
        <li key={month}>
          <h3>
            {month}月{!shown.ended.includes(month) && <span className="quiet">（未结束）</span>}
          </h3>
          <dl>
            {STATISTIC_KIND_NAMES.map((kind) => (
              <div key={kind} className="figure-kind">
                <dt>{STATISTIC_KINDS[kind].title}</dt>
                <dd>
                  <Month shown={shown} kind={kind} month={month} onChoose={onChoose} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

/** Months by kinds; months that have not begun are left out. */
export function FiguresGrid({ shown, onChoose }: Props): ReactNode {
  const isNarrow = useNarrow();
  const running = Math.min(12, shown.ended.length + 1);
  const months = MONTHS.filter((month) => month <= running);
  return (
    <section className="card" aria-labelledby="figures-grid">
      <h2 id="figures-grid">逐月填报</h2>
      {isNarrow ? (
        <Narrow shown={shown} months={months} onChoose={onChoose} />
      ) : (
        <Wide shown={shown} months={months} onChoose={onChoose} />
      )}
    </section>
  );
}
