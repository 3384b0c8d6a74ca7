import { Form, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { type FileOwner, useFileUpload } from './use-file-upload.ts';

interface Values {
  readonly alt: string;
}

interface Props {
  readonly owner: FileOwner;
  /** Dropped or pasted; otherwise one is chosen here. */
  readonly file: File | null;
  readonly onDone: (fileId: string, alt: string) => void;
  readonly onClose: () => void;
}

const TYPES = 'image/png,image/jpeg,image/gif,image/webp';

/** Uploads a picture and asks what it shows, for people who do not see it. */
export function PictureDialog({ owner, file: given, onDone, onClose }: Props): ReactNode {
  const [file, setFile] = useState(given);
  const [isMissing, setMissing] = useState(false);
  const [form] = Form.useForm<Values>();
  const upload = useFileUpload(owner);
  const submit = ({ alt }: Values): void => {
    setMissing(file === null);
    if (file === null) return;
    upload.mutate(file, { onSuccess: ({ fileId }) => onDone(fileId, alt.trim()) });
  };
  return (
    <Modal
      open
      title="插入图片"
      okText="插入"
      cancelText="取消"
      confirmLoading={upload.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <ProblemAlert error={upload.error} title="图片没有上传" />
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ alt: '' }}
        onFinish={submit}
      >
        {given === null ? (
          <Form.Item
            label="图片文件"
            htmlFor="picture-file"
            extra="PNG、JPG、GIF 或者 WebP。图片里有身份证号、银行账号、印章的，请先处理再上传。"
            {...(isMissing && { validateStatus: 'error' as const, help: '请选择图片文件' })}
          >
            <input
              id="picture-file"
              type="file"
              accept={TYPES}
              onChange={({ target }) => setFile(target.files?.[0] ?? null)}
            />
          </Form.Item>
        ) : (
          <p>{given.name}</p>
        )}
        <Form.Item
          name="alt"
          label="图片内容"
          extra="写给看不见图片的人：图片上有什么字、什么数字，说明什么（无障碍环境建设法第三十二条）。"
          rules={[{ required: true, whitespace: true, message: '请写明图片内容' }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
