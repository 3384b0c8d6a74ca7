import type { posterRoutes } from '@zhaoshi/contract/routes/posters';
import { ok } from '@zhaoshi/domain/kernel/result';
import { posterOf } from '../../use-cases/channels/poster-of.ts';
import { publicText } from '../../use-cases/channels/public-text.ts';
import { madeFile } from './file-answer.ts';
import type { Handlers } from './handler.ts';

export const posterHandlers: Handlers<typeof posterRoutes> = {
  file: async ({ database, reaches, now, services }, { params, query }) => {
    const found = await publicText(database, params, reaches, now());
    if (!found.ok) return found;
    const { edition, content, path } = found.value;
    const poster = posterOf(
      {
        content,
        publisher: edition.organ_name,
        indexNumber: edition.index_number,
        publishedAt: edition.visible_from,
        edition: edition.edition,
        checkCode: edition.check_code,
        path,
        origin: services.publicOrigin,
      },
      query,
    );
    const { writePosterPdf } = await import('@zhaoshi/report-files/posters/write-poster-pdf');
    const name = `海报-${edition.public_name}-${query.paper.toUpperCase()}`;
    return ok(madeFile(name, 'pdf', await writePosterPdf(poster)));
  },
};
