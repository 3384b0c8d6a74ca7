import { UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useId, useRef } from 'react';

interface Props {
  /** What is chosen, for people who hear the page; without it a label of the form says so by the id. */
  readonly label?: string;
  /** On the button. */
  readonly children: ReactNode;
  readonly id?: string;
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly loading?: boolean;
  readonly disabled?: boolean;
  readonly type?: 'default' | 'primary';
  readonly onFiles: (files: readonly File[]) => void;
}

/** Lets a person choose files. The browser's own field speaks the browser's language, so it stands behind the button. */
export function FileButton({
  label,
  children,
  id,
  accept,
  multiple = false,
  loading = false,
  disabled = false,
  type = 'default',
  onFiles,
}: Props): ReactNode {
  const own = useId();
  const input = useRef<HTMLInputElement>(null);
  const inputId = id ?? own;
  return (
    <>
      {label !== undefined && (
        <label htmlFor={inputId} className="for-readers">
          {label}
        </label>
      )}
      <input
        ref={input}
        id={inputId}
        type="file"
        accept={accept}
        multiple={multiple}
        tabIndex={-1}
        className="for-readers"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // So that the same file can be chosen again after it was refused.
          target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button
        type={type}
        icon={<UploadOutlined aria-hidden />}
        disabled={disabled}
        loading={loading}
        onClick={() => input.current?.click()}
      >
        {children}
      </Button>
    </>
  );
}
