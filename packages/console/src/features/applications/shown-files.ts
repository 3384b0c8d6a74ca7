import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { applicationFileRoutes } from '@zhaoshi/contract/routes/application-files';
import { addressOf } from '../../app/api.ts';
import { PICTURE_WIDTH } from '../../ui/redaction/page-picture.tsx';

export type CaseFiles = RouteOutput<typeof applicationFileRoutes.list>;
export type CaseFile = CaseFiles['files'][number];
export type FilePages = RouteOutput<typeof applicationFileRoutes.pages>['pages'];

/** The ids in the address of a file's screen. */
export interface FileAddress {
  readonly regionId: string;
  readonly applicationId: string;
  readonly fileId: string;
}

/** Address of the picture of a page. */
export const pictureOf = (address: FileAddress, page: number): string =>
  addressOf(applicationFileRoutes.page.path, {
    params: { ...address, page },
    query: { width: PICTURE_WIDTH },
  });

const DRAWN: ReadonlySet<string> = new Set(['application/pdf', 'image/png', 'image/jpeg']);

/** Whether its pages can be shown and redacted. */
export const isViewable = ({ mediaType, isEncrypted }: CaseFile): boolean =>
  DRAWN.has(mediaType) && !isEncrypted;
