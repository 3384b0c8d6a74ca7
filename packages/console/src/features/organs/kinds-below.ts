import { mayStandUnder, TREE_KIND_NAMES, type TreeKind } from '@zhaoshi/domain/organ/tree';

/** What may be set up under an organ of this kind, in its own region. */
export const kindsBelow = (kind: TreeKind): readonly TreeKind[] =>
  TREE_KIND_NAMES.filter((below) => mayStandUnder(below, kind));

/** Under what an organ of this kind may stand. */
export const kindsAbove = (kind: TreeKind): readonly TreeKind[] =>
  TREE_KIND_NAMES.filter((above) => mayStandUnder(kind, above));
