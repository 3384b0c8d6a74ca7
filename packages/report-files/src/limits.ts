/** Bounds that keep hostile files from taking the machine (findings: zip bombs, 65,534 × 1,000 spans, deep XML). */
export const LIMITS = {
  fileBytes: 50 * 1024 * 1024,
  zipEntries: 2_000,
  zipEntryBytes: 40 * 1024 * 1024,
  zipTotalBytes: 100 * 1024 * 1024,
  zipRatio: 200,
  xmlDepth: 512,
  gridSlots: 200_000,
  gridColumns: 1_000,
  textCharacters: 5_000_000,
  pdfPages: 300,
  /**
   * Text, paragraphs and cells that are still taken for a report, ten times and more what the longest has: what
   * comes after reading has no clock of its own and takes at most a second for so much.
   */
  reportCharacters: 1_000_000,
  reportBlocks: 20_000,
  reportCells: 200_000,
  /** Wall time a reader may take before it gives up with `too-complex`; with the second above, five in all. */
  milliseconds: 4_000,
} as const;
