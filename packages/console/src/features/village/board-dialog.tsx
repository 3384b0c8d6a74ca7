import { CameraOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { villageRoutes } from '@zhaoshi/contract/routes/villages';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { App, Button, Checkbox, Form, Input, Modal } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useChange } from '../../app/use-route.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { uploadPhoto } from './send-post.ts';
import type { ShownPost } from './shown-post.ts';

/** Notes that a post hangs on the board, with a photo of it and its day. */
export function BoardDialog({
  post: { regionId, organId, postId, title, visibleFrom, version },
  onClose,
}: {
  readonly post: ShownPost;
  readonly onClose: () => void;
}): ReactNode {
  const dayId = useId();
  const { message } = App.useApp();
  const today = civilDateAt(new Date());
  const [boardOn, setBoardOn] = useState<string>(today);
  const [hasLooked, setLooked] = useState(false);
  const upload = useMutation({ mutationFn: (file: File) => uploadPhoto({ regionId, organId }, file) });
  const note = useChange(villageRoutes.photographBoard);
  const fileId = upload.data;
  const submit = (): void => {
    if (fileId === undefined) return;
    note.mutate(
      { request: { params: { regionId, postId }, body: { fileId, boardOn, hasLooked } }, version },
      {
        onSuccess: ({ visibleUntil }) => {
          void message.success(`已登记，展示到${shownDate(visibleUntil)}`);
          onClose();
        },
      },
    );
  };
  const words = upload.isPending ? '正在上传……' : fileId === undefined ? '' : '照片已上传';
  return (
    <Modal
      open
      title="登记公开栏照片"
      okText="登记"
      cancelText="取消"
      okButtonProps={{ disabled: fileId === undefined || !hasLooked }}
      confirmLoading={note.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <p>{title}：张贴到村务公开栏以后，给公开栏拍一张照片。照片在门户上公开展示。</p>
      <p>
        <span className="village-file">
          <Button icon={<CameraOutlined aria-hidden />} tabIndex={-1} aria-hidden>
            拍照
          </Button>
          <input
            type="file"
            aria-label="给公开栏拍照或者选择照片"
            accept="image/jpeg,image/png"
            capture="environment"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              setLooked(false);
              if (file !== undefined) upload.mutate(file);
            }}
          />
        </span>{' '}
        <span aria-live="polite">{words}</span>
      </p>
      <Form.Item label="拍摄日期" htmlFor={dayId} layout="vertical">
        <Input
          id={dayId}
          type="date"
          min={visibleFrom}
          max={today}
          value={boardOn}
          onChange={({ target }) => setBoardOn(target.value)}
        />
      </Form.Item>
      <Checkbox checked={hasLooked} onChange={({ target }) => setLooked(target.checked)}>
        看过照片，里面没有身份证号、银行账号等个人信息
      </Checkbox>
      <ProblemAlert error={upload.error ?? note.error} />
    </Modal>
  );
}
