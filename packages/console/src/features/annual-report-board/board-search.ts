import { BOARD_STATE_IDS, type BoardState } from '@zhaoshi/domain/annual-report/work/board';

/** What the board is narrowed to; `late`, `faulty`, `alike`: what a competent department looks for first. */
export type BoardView = BoardState | 'missing' | 'late' | 'faulty' | 'alike';

export interface BoardSearch {
  readonly regionId?: string;
  readonly year?: number;
  readonly view?: BoardView;
}

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const VIEWS: readonly BoardView[] = [...BOARD_STATE_IDS, 'missing', 'late', 'faulty', 'alike'];

/** Region, year and view out of an address; what is none is left out. */
export function boardSearch({ regionId, year, view }: Readonly<Record<string, unknown>>): BoardSearch {
  const known = VIEWS.find((one) => one === view);
  return {
    ...(typeof regionId === 'string' && ID.test(regionId) && { regionId }),
    ...(typeof year === 'number' && Number.isInteger(year) && year >= 2019 && year <= 2200 && { year }),
    ...(known !== undefined && { view: known }),
  };
}
