import { useMutation } from '@tanstack/react-query';
import { noticeBoardRoutes } from '@zhaoshi/contract/routes/notice-boards';
import type { ReactNode } from 'react';
import { call } from '../../app/api.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { Organ } from './board-list.tsx';

interface Props {
  readonly organ: Organ;
  /** The photo that was taken in; `null` while there is none. */
  readonly value: string | null;
  readonly onChange: (fileId: string | null) => void;
  /** While the photo is on its way, nothing may be entered: it would be entered without it. */
  readonly onBusy: (isBusy: boolean) => void;
}

/** Takes a photo in; what the camera wrote beside the picture is dropped by the server. */
export function PhotoField({ organ, value, onChange, onBusy }: Props): ReactNode {
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const body = new FormData();
      body.append('file', file, '公示栏照片.jpg');
      const options = { idempotencyKey: crypto.randomUUID() };
      return await call(noticeBoardRoutes.uploadPhoto, { params: organ, body } as never, options);
    },
    onMutate: () => onBusy(true),
    onSuccess: ({ fileId }) => onChange(fileId),
    onSettled: () => onBusy(false),
  });
  return (
    <div className="channel-card">
      <p>照片（可以不传；JPEG、PNG，拍摄地点等附带信息会去掉）</p>
      <FileButton
        label="照片（可以不传；JPEG、PNG，拍摄地点等附带信息会去掉）"
        accept="image/jpeg,image/png"
        loading={upload.isPending}
        onFiles={([file]) => {
          onChange(null);
          if (file !== undefined) upload.mutate(file);
        }}
      >
        {value === null ? '选择照片' : '换一张照片'}
      </FileButton>
      <span aria-live="polite"> {upload.isPending ? '正在上传……' : value === null ? '' : '照片已上传'}</span>
      <ProblemAlert error={upload.error} />
    </div>
  );
}
