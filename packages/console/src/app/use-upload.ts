import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { applicationFileRoutes } from '@zhaoshi/contract/routes/application-files';
import type { disputeFileRoutes } from '@zhaoshi/contract/routes/dispute-files';
import { call } from './api.ts';

/** Routes that take a file in sealed. */
type UploadRoute = typeof applicationFileRoutes.upload | typeof disputeFileRoutes.upload;

interface Owner {
  readonly regionId: string;
  readonly organId: string;
}

/**
 * Uploads a file of an application, or of another kind of case; it is kept sealed, and for some days only until a case
 * refers to it.
 *
 * @param name by which the file is kept: the name on the person's device may name somebody
 */
export function useUpload(
  route: UploadRoute = applicationFileRoutes.upload,
): UseMutationResult<
  RouteOutput<typeof applicationFileRoutes.upload>,
  Error,
  { readonly organ: Owner; readonly file: File; readonly name: string }
> {
  return useMutation({
    mutationFn: ({ organ: { regionId, organId }, file, name }) => {
      const body = new FormData();
      body.append('file', file, name);
      const request = { params: { regionId, organId }, body };
      return call(route, request, { idempotencyKey: crypto.randomUUID() });
    },
  });
}
