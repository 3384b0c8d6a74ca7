import type { promotionRoutes } from '@zhaoshi/contract/routes/promotions';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { findDocument } from '../../db/queries/documents.ts';
import { findOrgan } from '../../db/queries/organs.ts';
import {
  casesOfDocument,
  listPromotions,
  promotedDocuments,
  releasedFiles,
} from '../../db/queries/promotions.ts';
import { promoteCases } from '../../use-cases/channels/promote-cases.ts';
import { reachedCase } from './applications.ts';
import type { Handlers } from './handler.ts';

type PromotedDocument = Awaited<ReturnType<typeof promotedDocuments>>[number];

const presentPromoted = ({ document_id, title, status }: PromotedDocument) => ({
  documentId: document_id,
  title,
  status,
});

export const promotionHandlers: Handlers<typeof promotionRoutes> = {
  list: async ({ database, reaches }, { params }) => {
    const organ = await findOrgan(database, params);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const cases = await listPromotions(database, params);
    const ids = cases.map(({ application_id }) => application_id);
    const [files, documents] = await Promise.all([
      releasedFiles(database, params.regionId, ids),
      promotedDocuments(database, params.regionId, ids),
    ]);
    return ok({
      items: cases.map(({ application_id, registration_number, decided_on }) => ({
        applicationId: application_id,
        registrationNumber: registration_number,
        decidedOn: decided_on,
        files: files
          .filter((file) => file.application_id === application_id)
          .map(({ file_id, media_type, size }) => ({ fileId: file_id, mediaType: media_type, size })),
        documents: documents
          .filter((document) => document.application_id === application_id)
          .map(presentPromoted),
      })),
    });
  },
  create: (context, { params, body }) => promoteCases(context, { ...params, ...body }),
  ofDocument: async ({ database, reaches }, { params }) => {
    const row = await findDocument(database, params);
    if (row === undefined || !reaches(row.path)) return err({ code: 'not-found' });
    const cases = await casesOfDocument(database, params);
    return ok({
      items: cases.map(({ application_id, registration_number, linked_at }) => ({
        applicationId: application_id,
        registrationNumber: registration_number,
        linkedAt: linked_at.toISOString(),
      })),
    });
  },
  ofCase: async (context, { params }) => {
    const row = await reachedCase(context, params);
    if (row === undefined) return err({ code: 'not-found' });
    const documents = await promotedDocuments(context.database, params.regionId, [params.applicationId]);
    return ok({ items: documents.map(presentPromoted) });
  },
};
