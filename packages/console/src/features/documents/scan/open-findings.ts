import type { ShownFileScan } from '../shown-document.ts';

/** What keeps a file from the public: it blocks, and nobody said why it may stand. */
export const openFindings = ({ findings }: ShownFileScan): ShownFileScan['findings'] =>
  findings.filter(({ severity, isJustified }) => severity === 'blocks' && !isJustified);
