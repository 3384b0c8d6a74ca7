import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { applicationFileRoutes } from '@zhaoshi/contract/routes/application-files';
import { call } from './api.ts';

interface Owner {
  readonly regionId: string;
  readonly organId: string;
}

/**
 * Uploads a file of an application; it is kept sealed, and for some days only until a case refers to it.
 *
 * @param name by which the file is kept: the name on the person's device may name somebody
 */
export function useUpload(): UseMutationResult<
  RouteOutput<typeof applicationFileRoutes.upload>,
  Error,
  { readonly organ: Owner; readonly file: File; readonly name: string }
> {
  return useMutation({
    mutationFn: ({ organ: { regionId, organId }, file, name }) => {
      const body = new FormData();
      body.append('file', file, name);
      const request = { params: { regionId, organId }, body };
      return call(applicationFileRoutes.upload, request, { idempotencyKey: crypto.randomUUID() });
    },
  });
}
