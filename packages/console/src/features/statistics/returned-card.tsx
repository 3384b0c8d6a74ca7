import { figureWords } from '@zhaoshi/domain/statistics/figure';
import type { ReactNode } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { type Cell, figureName, type ShownYear } from './figures.ts';

interface Props {
  readonly shown: ShownYear;
  readonly onChoose: (cell: Cell) => void;
}

/** Figures that were sent back, each with why, until they are entered anew. */
export function ReturnedCard({ shown, onChoose }: Props): ReactNode {
  const returned = shown.entries.filter(({ state }) => state === 'returned');
  if (returned.length === 0) return null;
  return (
    <section className="card" aria-labelledby="returned-figures">
      <h2 id="returned-figures">被退回 {returned.length} 个</h2>
      <ul className="rows">
        {returned.map((figure) => {
          const { entryId, kind, month, latest } = figure;
          return (
            <li key={entryId}>
              <span>
                <strong>
                  {figureName(figure)}：{latest.figure === null ? '撤销' : figureWords(kind, latest.figure)}
                </strong>
                <small>
                  {latest.returnedBy}
                  {latest.returnedAt !== null && `于${shownMoment(latest.returnedAt)}`}退回：
                  {latest.returnReason}
                </small>
                <small className="quiet">{latest.enteredBy}填报</small>
              </span>
              <span className="actions">
                <AbilityButton
                  needs="statistics.write"
                  abilities={shown.abilities}
                  onClick={() => onChoose({ kind, month, figure })}
                >
                  修改<span className="for-readers">：{figureName(figure)}</span>
                </AbilityButton>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
