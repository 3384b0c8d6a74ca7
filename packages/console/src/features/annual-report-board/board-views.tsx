import { Link, useSearch } from '@tanstack/react-router';
import { BOARD_STATE_IDS } from '@zhaoshi/domain/annual-report/work/board';
import type { ReactNode } from 'react';
import { type ShownBoard, showsUnit, VIEW_WORDS } from './board-rows.ts';
import type { BoardView } from './board-search.ts';

const VIEWS: readonly BoardView[] = ['missing', 'late', 'faulty', 'alike', ...BOARD_STATE_IDS];

/** What the board can be narrowed to, each with how many units it shows; empty ones are left out. */
export function BoardViews({ board: { units, alikeLimit } }: { readonly board: ShownBoard }): ReactNode {
  const { view, ...search } = useSearch({ from: '/frame/annual-reports/board' });
  const countOf = (one: BoardView | undefined): number =>
    units.filter((unit) => showsUnit(one, unit, alikeLimit)).length;
  const entry = (one: BoardView | undefined, words: string): ReactNode => (
    <li key={one ?? 'all'}>
      <Link
        to="/annual-reports/board"
        search={{ ...search, ...(one !== undefined && { view: one }) }}
        activeProps={{}}
        {...(one === view && { 'aria-current': 'true' as const })}
      >
        {words} {countOf(one)}
      </Link>
    </li>
  );
  return (
    <nav aria-label="筛选报送单位">
      <ul className="board-views">
        {entry(undefined, '全部')}
        {VIEWS.filter((one) => one === view || countOf(one) > 0).map((one) => entry(one, VIEW_WORDS[one]))}
      </ul>
    </nav>
  );
}
