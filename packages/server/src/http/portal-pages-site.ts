import { isSettingKey, type SettingKey } from '@zhaoshi/domain/setting/catalogue';
import { type ChosenSetting, resolveSetting } from '@zhaoshi/domain/setting/resolve';
import type { Display, Site } from '@zhaoshi/portal/view-models';
import type { PublishedDatabase } from '../db/queries/published.ts';
import type { SiteFacts } from './portal-pages-facts.ts';

/** What pages are made from. */
export interface PortalSource {
  readonly published: PublishedDatabase;
  readonly facts: SiteFacts;
  readonly styleSheet: string;
  /** Scheme and host by which the public reaches the site, as the operator told; empty when not told. */
  readonly origin?: string;
}

/** What stands in every frame before anything is set up, and when the database cannot be asked. */
function bareSite({ styleSheet, origin = '' }: PortalSource): Site {
  const registration = {
    identificationCode: '',
    icpNumber: '',
    publicSecurityNumber: '',
    sponsor: '',
    contactPhone: '',
  };
  return {
    name: '',
    isDemonstration: false,
    styleSheet,
    origin,
    registration,
    printsMetaTags: true,
    applicationStands: 'apart',
  };
}

type SiteSettings = Pick<Site, 'registration' | 'printsMetaTags' | 'applicationStands'>;

/** The settings that hold for the site's own government; a missing sponsor is that government. */
async function settingsOf({ facts }: PortalSource): Promise<SiteSettings> {
  const [government, rows] = await Promise.all([facts.government(), facts.settings()]);
  const chosen = rows.flatMap(({ path, key, value }): ChosenSetting[] =>
    isSettingKey(key) ? [{ path, key, value }] : [],
  );
  const valueOf = <K extends SettingKey>(key: K) => resolveSetting(key, government?.path ?? '', chosen).value;
  const sponsor = valueOf('site.sponsor');
  const registration = {
    identificationCode: valueOf('site.identificationCode'),
    icpNumber: valueOf('site.icpNumber'),
    publicSecurityNumber: valueOf('site.publicSecurityNumber'),
    sponsor: sponsor === '' ? (government?.name ?? '') : sponsor,
    contactPhone: valueOf('site.contactPhone'),
  };
  return {
    registration,
    printsMetaTags: valueOf('publication.printsMetaTags'),
    applicationStands: valueOf('publication.columnLayout') === '依申请公开单列入口' ? 'apart' : 'beside',
  };
}

/** What all pages share. Before a region is set up the site has no name of its own. */
export async function siteOf(source: PortalSource): Promise<Site> {
  const bare = bareSite(source);
  const [root] = await source.facts.regions();
  if (root === undefined) return bare;
  return {
    ...bare,
    name: root.name,
    isDemonstration: root.is_demonstration,
    ...(await settingsOf(source)),
  };
}

/** For the page about a fault, which may be that the database cannot be asked. */
export async function siteInTrouble(source: PortalSource): Promise<Site> {
  try {
    return await siteOf(source);
  } catch {
    return bareSite(source);
  }
}

/** How pages look for readers who chose nothing; the only display of the static mirror. */
export const STANDARD_DISPLAY: Display = { largeText: false, highContrast: false };
