import type { CounterName } from './counters.ts';
import type { Indicator, IndicatorSet, VetoIndicator } from './indicator.ts';

/** What is stored of an indicator; of before two counters could prove one, a single one or none. */
type Stored<T> = Omit<T, 'counters'> & {
  readonly counters?: readonly CounterName[];
  readonly counter?: CounterName | null;
};

/** A set as it may be stored: what was taken once never changes. */
export interface StoredSet extends Omit<IndicatorSet, 'indicators' | 'vetoes'> {
  readonly indicators: readonly Stored<Indicator>[];
  readonly vetoes: readonly Stored<VetoIndicator>[];
}

const withCounters = <T>({ counter, counters, ...one }: Stored<T>) => ({
  ...one,
  counters: counters ?? (counter === undefined || counter === null ? [] : [counter]),
});

/** The set that is meant by what is stored. */
export const setFromStored = ({ indicators, vetoes, ...set }: StoredSet): IndicatorSet => ({
  ...set,
  indicators: indicators.map((one) => withCounters<Indicator>(one)),
  vetoes: vetoes.map((one) => withCounters<VetoIndicator>(one)),
});
