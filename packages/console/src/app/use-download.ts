import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { Route, RouteRequest } from '@zhaoshi/contract/define-route';
import { callBytes } from './api.ts';

/** The name that the server gives the file. */
function nameIn(header: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(header ?? '')?.[1];
  return encoded === undefined ? 'file' : decodeURIComponent(encoded);
}

/** Hands a file to the browser, as if a link to it had been followed. */
export function saveBlob(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser takes its own hold of the content when the link is followed.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Hands text that the page made itself to the browser as a file. */
export const saveText = (text: string, name: string, type: string): void =>
  saveBlob(new Blob([text], { type }), name);

/** A file that is asked for by a call that leaves a trace, so that no link can fetch it. */
export function useDownload<R extends Route>(route: R): UseMutationResult<void, Error, RouteRequest<R>> {
  return useMutation({
    mutationFn: async (request: RouteRequest<R>) => {
      const response = await callBytes(route, request);
      saveBlob(await response.blob(), nameIn(response.headers.get('content-disposition')));
    },
  });
}
