import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { documentImportRoutes } from '@zhaoshi/contract/routes/document-import';
import { call } from '../../../app/api.ts';
import type { FileOwner } from '../editor/use-file-upload.ts';

export type ImportedFile = RouteOutput<typeof documentImportRoutes.importFile>;

/** What can be read; the content decides, the names only help to choose. */
export const IMPORTABLE = '.docx,.doc,.wps,.pdf,.html,.htm,.mht,.txt,.xlsx,.xls,.et,.ods,.ofd';

/** Has a file read; nothing of it is kept by the server. */
export function useImport({ regionId, organId }: FileOwner): UseMutationResult<ImportedFile, Error, File> {
  return useMutation({
    gcTime: 0,
    mutationFn: (file) => {
      const body = new FormData();
      body.append('file', file, file.name);
      const request = { params: { regionId, organId }, body };
      return call(documentImportRoutes.importFile, request);
    },
  });
}
