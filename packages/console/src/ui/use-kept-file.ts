import { fileRoutes } from '@zhaoshi/contract/routes/files';
import { useState } from 'react';
import { call } from '../app/api.ts';

/**
 * Takes one file in for an organ; it is kept for some days, and belongs to something once what it was uploaded for is
 * sent. The last one that was picked counts.
 */
export function useKeptFile({ regionId, organId }: { readonly regionId: string; readonly organId: string }) {
  const [file, setFile] = useState<{ readonly fileId: string; readonly name: string } | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [isBusy, setBusy] = useState(false);
  const upload = async (picked: File): Promise<void> => {
    setBusy(true);
    setError(null);
    const body = new FormData();
    body.append('file', picked);
    try {
      const request = { params: { regionId, organId }, body };
      const { fileId } = await call(fileRoutes.upload, request, { idempotencyKey: crypto.randomUUID() });
      setFile({ fileId, name: picked.name });
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error('上传没有成功'));
    } finally {
      setBusy(false);
    }
  };
  return { file, error, isBusy, upload };
}
