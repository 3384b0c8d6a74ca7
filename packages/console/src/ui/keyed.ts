import { Children, type ReactNode } from 'react';

/** Pieces of one text in their order: they have no names, and where they stand is what tells them apart. */
export const keyed = (pieces: readonly ReactNode[]): ReactNode => Children.toArray([...pieces]);
