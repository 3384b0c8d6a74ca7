import { documentAttachmentRoutes } from '@zhaoshi/contract/routes/document-attachments';
import { Form, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useChange } from '../../../app/use-route.ts';
import { FileButton } from '../../../ui/file-button.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { type FileOwner, useFileUpload } from './use-file-upload.ts';

interface Values {
  readonly alt: string;
}

interface Props {
  readonly owner: FileOwner;
  readonly documentId: string;
  /** Dropped or pasted; otherwise one is chosen here. */
  readonly file: File | null;
  readonly onDone: (fileId: string, alt: string) => void;
  readonly onClose: () => void;
}

const TYPES = 'image/png,image/jpeg';

const WORDS = (
  <Form.Item
    name="alt"
    label="图片内容"
    extra="写给看不见图片的人：图片上有什么字、什么数字，说明什么（无障碍环境建设法第三十二条）。"
    rules={[{ required: true, whitespace: true, message: '请写明图片内容' }]}
  >
    <Input.TextArea rows={3} maxLength={500} />
  </Form.Item>
);

/** Uploads a picture, and takes out where, when and with what it was taken: only a clean one stands in the text. */
function useCleanPicture({ owner, documentId }: Pick<Props, 'owner' | 'documentId'>) {
  const upload = useFileUpload(owner);
  const strip = useChange(documentAttachmentRoutes.strip);
  const put = async (file: File): Promise<string | null> => {
    try {
      const { fileId } = await upload.mutateAsync(file);
      const params = { regionId: owner.regionId, documentId, fileId };
      return (await strip.mutateAsync({ request: { params } })).fileId;
    } catch {
      // Told by the alert of the dialog.
      return null;
    }
  };
  return { put, isPending: upload.isPending || strip.isPending, error: upload.error ?? strip.error };
}

/** Uploads a picture and asks what it shows, for people who do not see it. */
export function PictureDialog({ owner, documentId, file: given, onDone, onClose }: Props): ReactNode {
  const [file, setFile] = useState(given);
  const [isMissing, setMissing] = useState(false);
  const [form] = Form.useForm<Values>();
  const picture = useCleanPicture({ owner, documentId });
  const submit = async ({ alt }: Values): Promise<void> => {
    setMissing(file === null);
    const fileId = file === null ? null : await picture.put(file);
    if (fileId !== null) onDone(fileId, alt.trim());
  };
  return (
    <Modal
      open
      title="插入图片"
      okText="插入"
      cancelText="取消"
      confirmLoading={picture.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <ProblemAlert error={picture.error} title="图片没有上传" />
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ alt: '' }}
        onFinish={(values) => void submit(values)}
      >
        {given === null ? (
          <Form.Item
            label="图片文件"
            htmlFor="picture-file"
            extra="PNG 或者 JPG，拍摄时间、地点等信息自动清除。图片里有身份证号、银行账号、印章的，请先处理再上传。"
            {...(isMissing && { validateStatus: 'error' as const, help: '请选择图片文件' })}
          >
            <FileButton id="picture-file" accept={TYPES} onFiles={([chosen]) => setFile(chosen ?? null)}>
              选择图片
            </FileButton>{' '}
            <span aria-live="polite">{file?.name ?? '还没有选择'}</span>
          </Form.Item>
        ) : (
          <p>{given.name}</p>
        )}
        {WORDS}
      </Form>
    </Modal>
  );
}

interface WordsProps {
  readonly alt: string;
  readonly onDone: (alt: string) => void;
  readonly onClose: () => void;
}

/** What a picture that stands in the text already shows, in other words. */
export function PictureWordsDialog({ alt, onDone, onClose }: WordsProps): ReactNode {
  const [form] = Form.useForm<Values>();
  return (
    <Modal open title="修改图片说明" okText="改好了" cancelText="取消" onOk={form.submit} onCancel={onClose}>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ alt }}
        onFinish={(values) => onDone(values.alt.trim())}
      >
        {WORDS}
      </Form>
    </Modal>
  );
}
