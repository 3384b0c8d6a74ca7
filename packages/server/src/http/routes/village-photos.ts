import { villagePath, villagePhotoPath } from '@zhaoshi/portal/paths';
import type { FastifyInstance } from 'fastify';
import type { Files } from '../../adapters/files/open-files.ts';
import { publishedVillagePhotos } from '../../db/queries/published-villages.ts';
import type { PathNames } from '../portal-pages-data.ts';
import { findVillage } from '../portal-pages-villages.ts';
import { sendPublicFile } from './document-files.ts';
import { type PortalDependencies, sendNotFound } from './portal.ts';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

async function findPhoto(
  portal: PortalDependencies,
  { post, place, ...names }: PathNames & { readonly post: string; readonly place: string },
) {
  const village = UUID.test(post) ? await findVillage(portal, names) : null;
  if (village === null) return undefined;
  const photos = await publishedVillagePhotos(portal.published, village.row, [post]);
  return photos.find((photo) => photo.organ_id === village.row.organ_id && String(photo.place) === place);
}

/** Pictures of what villages posted and of their boards, of the newest edition only. */
export function villagePhotoRoutes(
  app: FastifyInstance,
  portal: PortalDependencies,
  files: Pick<Files, 'storage' | 'warn'>,
): void {
  app.get<{ Params: PathNames & { readonly post: string; readonly place: string } }>(
    villagePhotoPath(villagePath(':region', ':organ', ':village'), ':post', ':place'),
    async (request, reply) => {
      const file = await findPhoto(portal, request.params);
      return file === undefined
        ? await sendNotFound(portal, request, reply)
        : await sendPublicFile(files, request, reply, { file, label: null });
    },
  );
}
