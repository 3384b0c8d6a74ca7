import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { SLUG } from '@zhaoshi/domain/organ/slug';
import { villageLawOn } from '@zhaoshi/domain/village/village-items';
import { postTitle } from '@zhaoshi/domain/village/village-post';
import { pastVillagePath, villagePath, villagePhotoPath, voicePath } from '@zhaoshi/portal/paths';
import type {
  ShownVillagePost,
  TownshipPlace,
  VillageListPage,
  VillagePage,
  VillagePastPage,
} from '@zhaoshi/portal/village-views';
import type { OrganKey } from '../db/queries/published.ts';
import {
  PAST_ON_PAGE,
  type PublishedVillagePost,
  pastVillagePosts,
  publishedVillage,
  publishedVillagePhotos,
  publishedVillagePosts,
  publishedVillageQuestions,
  publishedVillages,
} from '../db/queries/published-villages.ts';
import { findOrgan, organPathOf, type PathNames, placeOf } from './portal-pages-data.ts';
import type { PortalSource } from './portal-pages-site.ts';

async function townshipOf(source: PortalSource, names: PathNames) {
  const row = await findOrgan(source.published, names);
  if (row === undefined || row.ended_on !== null) return null;
  const { region, above } = await placeOf(source, row.region_id);
  const crumbs = [...above.slice(1), ...(above.length === 0 ? [] : [region])];
  const place: TownshipPlace = { name: row.name, path: organPathOf(names), crumbs };
  return { row, place };
}

/** The villages of a township; `null` where it has none. */
export async function loadVillages(source: PortalSource, names: PathNames): Promise<VillageListPage | null> {
  const found = await townshipOf(source, names);
  if (found === null) return null;
  const villages = await publishedVillages(source.published, found.row);
  if (villages.length === 0) return null;
  return {
    township: found.place,
    villages: villages.map(({ slug, name, shown }) => ({
      name,
      path: villagePath(names.region ?? '', names.organ ?? '', slug),
      shown: shown ?? 0,
    })),
  };
}

/** A village with the township under which it stands. */
export async function findVillage(source: PortalSource, names: PathNames) {
  const { region = '', organ = '', village = '' } = names;
  const township = SLUG.test(village) ? await townshipOf(source, names) : null;
  const row = township && (await publishedVillage(source.published, township.row, village));
  if (township === null || row === null || row === undefined) return null;
  const path = villagePath(region, organ, village);
  return { row, place: { name: row.name, path, township: township.place } };
}

async function shownPosts(
  { published }: PortalSource,
  village: OrganKey,
  path: string,
  rows: readonly PublishedVillagePost[],
): Promise<readonly ShownVillagePost[]> {
  const photos = await publishedVillagePhotos(
    published,
    village,
    rows.map(({ post_id }) => post_id),
  );
  return rows.map((row) => ({
    id: row.post_id,
    // Stored civil dates.
    title: postTitle(
      row.item,
      { from: row.period_from as CivilDate, to: row.period_to as CivilDate },
      row.subject,
    ),
    kind: row.kind,
    body: row.body,
    from: row.visible_from,
    until: row.visible_until,
    committeeSigner: row.committee_signer,
    supervisorSigner: row.supervisor_signer,
    reason: row.reason,
    pictures: photos
      .filter(({ post_id }) => post_id === row.post_id)
      .map(({ place, board_on }) => ({
        path: villagePhotoPath(path, row.post_id, place),
        boardOn: board_on,
      })),
  }));
}

/** A village's page. */
export async function loadVillage(source: PortalSource, names: PathNames): Promise<VillagePage | null> {
  const found = await findVillage(source, names);
  if (found === null) return null;
  const { row, place } = found;
  const [posts, past, questions] = await Promise.all([
    publishedVillagePosts(source.published, row, null),
    pastVillagePosts(source.published, row),
    publishedVillageQuestions(source.published, row),
  ]);
  return {
    village: place,
    law: villageLawOn(row.today),
    posts: await shownPosts(source, row, place.path, posts),
    past,
    questions: questions.map(({ received_at, shown_text, shown_reply }) => ({
      receivedOn: civilDateAt(received_at),
      text: shown_text,
      reply: shown_reply,
    })),
    questionPath: voicePath('question', place.path),
  };
}

/** A page of what a village showed for its time. */
export async function loadVillagePast(
  source: PortalSource,
  names: PathNames,
): Promise<VillagePastPage | null> {
  const { page = '1' } = names;
  const found = /^[1-9]\d{0,3}$/.test(page) ? await findVillage(source, names) : null;
  if (found === null) return null;
  const { row, place } = found;
  const number = Number(page);
  const pages = Math.max(1, Math.ceil((await pastVillagePosts(source.published, row)) / PAST_ON_PAGE));
  if (number > pages) return null;
  const posts = await publishedVillagePosts(source.published, row, number);
  return {
    village: place,
    posts: await shownPosts(source, row, place.path, posts),
    page: number,
    pages: Array.from({ length: pages }, (_, index) => pastVillagePath(place.path, index + 1)),
  };
}
