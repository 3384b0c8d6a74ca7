import type { FiguresPage } from '@zhaoshi/portal/figure-views';
import { reportFiguresPage } from '@zhaoshi/portal/pages/report-figures';
import { figuresFilePath, organPath, yearFiguresPath } from '@zhaoshi/portal/paths';
import { organPathOf, type PathNames } from './portal-pages-data.ts';
import { figuresFile, loadUnitFigures, loadYearFigures } from './portal-pages-figures.ts';
import type { PortalSource } from './portal-pages-site.ts';
import { type PublicDocument, pageDocument, textDocument } from './public-document.ts';

interface Comparison {
  readonly route: string;
  readonly path: (names: PathNames) => string;
  readonly load: (source: PortalSource, names: PathNames) => Promise<FiguresPage | null>;
}

const documentsOf = ({ route, path, load }: Comparison): readonly PublicDocument[] => [
  pageDocument(route, path, async (source, names, frame) => {
    const figures = await load(source, names);
    return figures && reportFiguresPage(frame, figures);
  }),
  ...(['csv', 'json'] as const).map((format) =>
    textDocument(
      figuresFilePath(route, format),
      (names) => figuresFilePath(path(names), format),
      async (source, names) => {
        const figures = await load(source, names);
        return figures && figuresFile(figures, { format, origin: source.origin ?? '' });
      },
    ),
  ),
];

const ORGAN_ROUTE = organPath(':region', ':organ');

/** The years of an organ side by side. */
export const YEAR_FIGURES: readonly PublicDocument[] = documentsOf({
  route: yearFiguresPath(ORGAN_ROUTE),
  path: (names) => yearFiguresPath(organPathOf(names)),
  load: loadYearFigures,
});

/** The units of a year side by side. */
export const UNIT_FIGURES: readonly PublicDocument[] = documentsOf({
  route: yearFiguresPath(ORGAN_ROUTE, ':year'),
  path: (names) => yearFiguresPath(organPathOf(names), names.year ?? ''),
  load: loadUnitFigures,
});
