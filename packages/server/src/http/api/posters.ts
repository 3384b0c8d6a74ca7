import type { posterRoutes } from '@zhaoshi/contract/routes/posters';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { documentPath, organPath } from '@zhaoshi/portal/paths';
import { contentOf, documentEvents } from '../../db/queries/documents.ts';
import { findPublicEdition } from '../../db/queries/public-editions.ts';
import { posterOf } from '../../use-cases/channels/poster-of.ts';
import { unjustifiedFindings } from '../../use-cases/channels/unjustified-findings.ts';
import { madeFile } from './file-answer.ts';
import type { Handlers } from './handler.ts';

const notPublic = '这份文件现在没有公开的版本，不能生成海报。请先发布；已撤回的不能再张贴。';

export const posterHandlers: Handlers<typeof posterRoutes> = {
  file: async (context, { params, query }) => {
    const { database, reaches, now, services } = context;
    const document = await database
      .selectFrom('document')
      .innerJoin('organ', (join) =>
        join
          .onRef('organ.region_id', '=', 'document.region_id')
          .onRef('organ.organ_id', '=', 'document.organ_id'),
      )
      .select('organ.path')
      .where('document.region_id', '=', params.regionId)
      .where('document_id', '=', params.documentId)
      .executeTakeFirst();
    if (document === undefined || !reaches(document.path)) return err({ code: 'not-found' });
    const edition = await findPublicEdition(database, params);
    if (edition === undefined) return err({ code: 'state-refuses', detail: notPublic });
    const content = contentOf(edition);
    const found = unjustifiedFindings(content, await documentEvents(database, params), civilDateAt(now()));
    if (found.length > 0) {
      const detail = `公开前检查发现有不能张贴的内容：${found.join('、')}。请先处理已公开的版本，再生成海报。`;
      return err({ code: 'state-refuses', detail });
    }
    const poster = posterOf(
      {
        content,
        publisher: edition.organ_name,
        indexNumber: edition.index_number,
        publishedAt: edition.visible_from,
        edition: edition.edition,
        checkCode: edition.check_code,
        path: documentPath(organPath(edition.region_slug, edition.organ_slug), edition.public_name),
        origin: services.publicOrigin,
      },
      query,
    );
    const { writePosterPdf } = await import('@zhaoshi/report-files/posters/write-poster-pdf');
    const name = `海报-${edition.public_name}-${query.paper.toUpperCase()}`;
    return ok(madeFile(name, 'pdf', await writePosterPdf(poster)));
  },
};
