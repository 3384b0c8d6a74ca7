import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { fileRoutes } from '@zhaoshi/contract/routes/files';
import { call } from '../../../app/api.ts';

export interface FileOwner {
  readonly regionId: string;
  readonly organId: string;
}

/** Uploads a file of a public document; until one refers to it, it is kept for some days only. */
export function useFileUpload({
  regionId,
  organId,
}: FileOwner): UseMutationResult<RouteOutput<typeof fileRoutes.upload>, Error, File> {
  return useMutation({
    mutationFn: (file) => {
      const body = new FormData();
      body.append('file', file, file.name);
      const request = { params: { regionId, organId }, body };
      return call(fileRoutes.upload, request, { idempotencyKey: crypto.randomUUID() });
    },
  });
}
