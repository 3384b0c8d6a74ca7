import { organSlugs, publishedGovernment, reportsOfRegion } from '../db/queries/published.ts';
import { publishedUnitYears } from '../db/queries/published-units.ts';
import {
  ORGAN_DOCUMENTS,
  type PublicDocument,
  REGION_DOCUMENTS,
  REPORT_DOCUMENTS,
  SITE_DOCUMENTS,
  SITEMAP_PART,
  UNIT_YEARS,
  UNITS_OF_YEAR,
} from '../http/portal-pages.ts';
import type { PathNames } from '../http/portal-pages-data.ts';
import type { PortalSource } from '../http/portal-pages-site.ts';

/** One address of the public site. */
export interface PublicAddress {
  readonly document: PublicDocument;
  readonly names: PathNames;
  readonly path: string;
  /** The same content has the same; `null` when only making it tells whether it changed. */
  readonly contentKey: string | null;
}

const addresses = (documents: readonly PublicDocument[], names: PathNames): PublicAddress[] =>
  documents.map((document) => ({ document, names, path: document.path(names), contentKey: null }));

/** Every address of what is published now. */
export async function* publicAddresses({ published, facts }: PortalSource): AsyncGenerator<PublicAddress> {
  yield* addresses(SITE_DOCUMENTS, {});
  yield* addresses([SITEMAP_PART], { part: '0' });
  for (const { region_id, slug: region } of await facts.regions()) {
    yield* addresses([SITEMAP_PART], { part: region });
    yield* addresses(REGION_DOCUMENTS, { region });
    for (const organ of await organSlugs(published, region_id)) {
      yield* addresses(ORGAN_DOCUMENTS, { region, organ });
    }
    const government = await publishedGovernment(published, region_id);
    if (government !== undefined) {
      const names = { region, organ: government.slug };
      yield* addresses([UNIT_YEARS], names);
      for (const year of await publishedUnitYears(published, region_id)) {
        yield* addresses([UNITS_OF_YEAR], { ...names, year: String(year) });
      }
    }
    for (const { organ_slug, report_year, content_sha256 } of await reportsOfRegion(published, region_id)) {
      const names = { region, organ: organ_slug, year: String(report_year) };
      for (const address of addresses(REPORT_DOCUMENTS, names)) {
        // Files are made from the report's content alone; the page also from what stands around it.
        yield address.document.hasDisplays ? address : { ...address, contentKey: content_sha256 };
      }
    }
  }
}
