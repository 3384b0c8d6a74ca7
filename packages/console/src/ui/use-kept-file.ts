import { fileRoutes } from '@zhaoshi/contract/routes/files';
import { useRef, useState } from 'react';
import { call } from '../app/api.ts';

/**
 * Takes one file in for an organ; it is kept for some days, and belongs to something once what it was uploaded for is
 * sent. The last one that was picked counts.
 */
export function useKeptFile({ regionId, organId }: { readonly regionId: string; readonly organId: string }) {
  const [file, setFile] = useState<{ readonly fileId: string; readonly name: string } | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [isBusy, setBusy] = useState(false);
  const last = useRef<File>(null);
  const upload = async (picked: File): Promise<void> => {
    last.current = picked;
    const isLast = (): boolean => last.current === picked;
    setBusy(true);
    setError(null);
    const body = new FormData();
    body.append('file', picked);
    try {
      const request = { params: { regionId, organId }, body };
      const { fileId } = await call(fileRoutes.upload, request, { idempotencyKey: crypto.randomUUID() });
      if (isLast()) setFile({ fileId, name: picked.name });
    } catch (problem) {
      if (isLast()) setError(problem instanceof Error ? problem : new Error('上传没有成功'));
    } finally {
      if (isLast()) setBusy(false);
    }
  };
  return { file, error, isBusy, upload };
}
