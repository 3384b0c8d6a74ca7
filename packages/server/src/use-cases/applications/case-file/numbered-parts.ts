import { type BundleSection, bundlePath } from '@zhaoshi/domain/application/case-bundle';
import type { Letter } from '@zhaoshi/domain/letter/letter';
import { writeLetterDocx } from '@zhaoshi/report-files/letters/write-letter-docx';
import { writeLetterPdf } from '@zhaoshi/report-files/letters/write-letter-pdf';
import { type BundlePart, fromBytes } from './bundle-part.ts';

/** A part before it has its place in the file. */
export type Unnumbered = Omit<BundlePart, 'path'> & {
  readonly section: BundleSection;
  readonly kind: string;
  /** Only its ending is used. */
  readonly name: string;
};

/** A letter as both files. */
export function letterParts(section: BundleSection, letter: Letter, title: string): Unnumbered[] {
  const part = { section, kind: letter.title, title, on: letter.date };
  return [
    { ...part, name: 'x.docx', open: async () => fromBytes(await writeLetterDocx(letter)) },
    { ...part, name: 'x.pdf', open: async () => fromBytes(await writeLetterPdf(letter)) },
  ];
}

/** The parts in the order of the file, numbered within its sections. */
export function numbered(parts: readonly Unnumbered[]): readonly BundlePart[] {
  const counts = new Map<BundleSection, number>();
  return parts
    .map(({ section, kind, name, title, on, open }) => {
      const number = (counts.get(section) ?? 0) + 1;
      counts.set(section, number);
      return { path: bundlePath(section, number, kind, name), title, on, open };
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
