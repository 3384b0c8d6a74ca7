import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { fileRoutes } from '@zhaoshi/contract/routes/files';
import { call } from './api.ts';

interface Owner {
  readonly regionId: string;
  readonly organId: string;
}

/**
 * Uploads a file for an organ; until something refers to it, it is only kept for some days.
 *
 * @param name by which the file is kept: the name on the person's device may name somebody
 */
export function useUpload(): UseMutationResult<
  RouteOutput<typeof fileRoutes.upload>,
  Error,
  { readonly organ: Owner; readonly file: File; readonly name: string }
> {
  return useMutation({
    mutationFn: ({ organ: { regionId, organId }, file, name }) => {
      const body = new FormData();
      body.append('file', file, name);
      const request = { params: { regionId, organId }, body };
      return call(fileRoutes.upload, request, { idempotencyKey: crypto.randomUUID() });
    },
  });
}
