import type { Rejection } from '@zhaoshi/contract/problems';
import type { Services } from '../../../services.ts';
import { openContent, type StoredColumns } from '../../files/sealed-file.ts';

export const GONE: Rejection = {
  code: 'unavailable',
  detail: '案卷中有文件的内容暂时取不到，没有导出。请稍后重试；仍不行请联系系统管理员。',
};

/** A half file of a case is worse than none: everything must be there before the first byte leaves. */
export async function areThere(
  services: Pick<Services, 'files' | 'secretBox'>,
  files: readonly { readonly row: StoredColumns }[],
): Promise<boolean> {
  for (const { row } of files) {
    const content = await openContent(services, row);
    if (content === null) {
      services.files.warn('file missing from the storage', { file: row.file_id });
      return false;
    }
    content.destroy();
  }
  return true;
}
