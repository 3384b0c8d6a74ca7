import type { VoiceKind } from '@zhaoshi/domain/disclosure/voice/voice';
import { documentPath, organPath } from '@zhaoshi/portal/paths';
import type { VoiceSubject } from '@zhaoshi/portal/voice-views';
import { publishedGovernment, publishedOrgan } from '../../db/queries/published.ts';
import { type PublishedDocumentRow, publishedDocument } from '../../db/queries/published-documents.ts';
import type { VoiceTarget } from '../../use-cases/voice/send-voice.ts';
import { findOrgan } from '../portal-pages-data.ts';
import { findVillage } from '../portal-pages-villages.ts';
import { loadPeriod, takesQuestions } from '../portal-pages-voices.ts';
import { officePhone } from './apply-organ.ts';
import type { ApplicantTools } from './tools.ts';

/** Paths of this site as they are written in addresses; anything else is not asked of the database. */
const PAGE = /^\/[a-z0-9/.-]{0,299}$/;
const DOCUMENT = /^\d{4}-\d{5,9}$/;

export interface FoundTarget {
  readonly target: VoiceTarget;
  readonly subject: VoiceSubject;
}

/** The organ that answers for a page: that of the address, else the government of its region, else of the whole site. */
async function organOfPage({ portal }: ApplicantTools, [region = '', organ = '']: readonly string[]) {
  const found = await findOrgan(portal.published, { region, organ });
  if (found !== undefined) return { ...found, region };
  const regions = await portal.facts.regions();
  const home = regions.find(({ slug }) => slug === region) ?? regions[0];
  const government = home && (await publishedGovernment(portal.published, home.region_id));
  if (home === undefined || government === undefined) return null;
  const row = await publishedOrgan(portal.published, home.slug, government.slug);
  return row === undefined ? null : { ...row, region: home.slug };
}

/** Whether the public may say this of the document now, and the last day where there is one. */
async function allowed(
  { portal }: ApplicantTools,
  kind: VoiceKind,
  row: PublishedDocumentRow | undefined,
  organ: string,
): Promise<{ readonly until: string | null } | null> {
  if (kind === 'errorReport') return { until: null };
  if (row === undefined) return null;
  if (kind === 'question')
    return (await takesQuestions(portal.published, row, organ)) ? { until: null } : null;
  const period = await loadPeriod(portal.published, row);
  return period?.isOpen === true ? { until: period.until } : null;
}

/** Villagers ask their village about its page; it answers, and what is shown stands there. */
async function villageTarget(
  { portal }: ApplicantTools,
  [region = '', organ = '', , village = '']: readonly string[],
  page: string,
): Promise<FoundTarget | null> {
  const found = await findVillage(portal, { region, organ, village });
  if (found === null) return null;
  const { region_id: regionId, organ_id: organId, path, name: organName } = found.row;
  return {
    target: { regionId, organId, organPath: path, organName, page, document: null, isVillage: true },
    subject: { kind: 'question', organName, phone: '', page, title: `${organName}村务公开`, until: null },
  };
}

/** What a form of a kind is about; `null` when nothing of that kind can be said of the page now. */
export async function findVoiceTarget(
  tools: ApplicantTools,
  kind: VoiceKind,
  page: string,
): Promise<FoundTarget | null> {
  if (!PAGE.test(page)) return null;
  const parts = page.split('/').slice(1);
  if (kind === 'question' && parts.length === 4 && parts[2] === 'villages')
    return await villageTarget(tools, parts, page);
  const organ = await organOfPage(tools, parts);
  if (organ === null) return null;
  const name = parts[2] === 'documents' && DOCUMENT.test(parts[3] ?? '') ? (parts[3] ?? '') : null;
  const isOwn = name !== null && page.startsWith(documentPath(organPath(organ.region, organ.slug), name));
  const row = isOwn ? await publishedDocument(tools.portal.published, organ, name) : undefined;
  const may = await allowed(tools, kind, row, organ.path);
  if (may === null) return null;
  const { region_id: regionId, organ_id: organId, name: organName, path } = organ;
  return {
    target: {
      regionId,
      organId,
      organPath: path,
      organName,
      page,
      document:
        row === undefined
          ? null
          : { documentId: row.document_id, edition: row.edition, publicName: row.public_name },
    },
    subject: {
      kind,
      organName,
      phone: await officePhone(tools.portal.published, organ),
      page,
      title: row?.title ?? null,
      until: may.until,
    },
  };
}
