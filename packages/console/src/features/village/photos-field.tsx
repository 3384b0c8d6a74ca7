import { CameraOutlined } from '@ant-design/icons';
import { MOST_PHOTOS } from '@zhaoshi/domain/village/village-post';
import { Button, Checkbox } from 'antd';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { keepPhoto, readPhotos, removePhotos } from './photo-store.ts';

interface Props {
  readonly draftKey: string;
  readonly ids: readonly string[];
  readonly hasLooked: boolean;
  readonly onChange: (ids: readonly string[]) => void;
  readonly onLooked: (hasLooked: boolean) => void;
}

/** Addresses under which the window shows kept photos. */
function usePictures(ids: readonly string[]): ReadonlyMap<string, string> {
  const [pictures, setPictures] = useState<ReadonlyMap<string, string>>(new Map());
  const wanted = ids.join(' ');
  useEffect(() => {
    let addresses: readonly (readonly [string, string])[] = [];
    let isGone = false;
    const load = async (): Promise<void> => {
      const photos = await readPhotos(wanted.split(' '));
      if (isGone) return;
      addresses = photos.map(({ id, bytes, type }) => [id, URL.createObjectURL(new Blob([bytes], { type }))]);
      setPictures(new Map(addresses));
    };
    void load();
    return () => {
      isGone = true;
      for (const [, address] of addresses) URL.revokeObjectURL(address);
    };
  }, [wanted]);
  return pictures;
}

/** Takes photos with the camera or out of the album; they are kept on this device until they are sent. */
export function PhotosField({ draftKey, ids, hasLooked, onChange, onLooked }: Props): ReactNode {
  const inputId = useId();
  const pictures = usePictures(ids);
  const add = async (files: readonly File[]): Promise<void> => {
    const added: string[] = [];
    for (const file of files.slice(0, MOST_PHOTOS - ids.length)) added.push(await keepPhoto(draftKey, file));
    onChange([...ids, ...added]);
  };
  const remove = (id: string): void => {
    void removePhotos([id]);
    onChange(ids.filter((one) => one !== id));
  };
  return (
    <>
      <span className="village-file">
        <Button icon={<CameraOutlined aria-hidden />} size="large" tabIndex={-1} aria-hidden>
          拍照
        </Button>
        <input
          id={inputId}
          type="file"
          aria-label="拍照或者选择照片"
          accept="image/jpeg,image/png"
          capture="environment"
          multiple
          onChange={({ target }) => {
            void add([...(target.files ?? [])]);
            target.value = '';
          }}
        />
      </span>
      {ids.length > 0 && (
        <>
          <ul className="village-photos">
            {ids.map((id, index) => (
              <li key={id}>
                <img src={pictures.get(id)} alt={`照片 ${index + 1}`} />
                <Button size="small" onClick={() => remove(id)}>
                  删去<span className="for-readers">照片 {index + 1}</span>
                </Button>
              </li>
            ))}
          </ul>
          <Checkbox checked={hasLooked} onChange={({ target }) => onLooked(target.checked)}>
            逐张看过，照片里没有身份证号、银行账号等个人信息
          </Checkbox>
        </>
      )}
    </>
  );
}
