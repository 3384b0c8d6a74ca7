const MEGABYTE = 1024 * 1024;

/** Bounds that keep hostile files from taking the machine; the work runs in a process that is ended beyond them. */
export const LIMITS = {
  fileBytes: 100 * MEGABYTE,
  pages: 300,
  marks: 5_000,
  words: 2_000,
  wordCharacters: 100,
  /** Characters on one page and in one file; a page of a book has two thousand. */
  pageCharacters: 200_000,
  textCharacters: 5_000_000,
  /** Resolution of released pages: print stays legible, a line of 小五 (9 pt) is 25 pixels high. */
  dotsPerInch: 200,
  /** A1 at 200 dots per inch has 31 million. */
  pagePixels: 36_000_000,
  side: 30_000,
  picturePixels: 64_000_000,
  /** Pictures inside a PDF: A3 scanned at 600 dots per inch has 70 million. */
  embeddedPixels: 100_000_000,
  /** All pages together: three hundred of A4 have 1.2 thousand million. */
  totalPixels: 1_300_000_000,
  /** What the process may hold in all, and its scripts alone. */
  memoryBytes: 2_560 * MEGABYTE,
  heapMegabytes: 1_024,
  /** A whole file that is released, or looked at. */
  redactMilliseconds: 600_000,
  viewMilliseconds: 120_000,
  /** One page, or any other step; one hostile page must not keep everybody waiting for the above. */
  stepMilliseconds: 30_000,
  viewWidth: 4_000,
} as const;
