const STATES = ['valid', 'ended', 'unassigned'] as const;

export type CatalogState = (typeof STATES)[number];

export interface CatalogSearch {
  /** Without it all items are shown. */
  readonly state?: CatalogState;
}

/** The filter out of an address; what is none is left out. */
export function catalogSearch({ state }: Readonly<Record<string, unknown>>): CatalogSearch {
  const found = STATES.find((one) => one === state);
  return found === undefined ? {} : { state: found };
}
