import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { usePause } from '../../app/use-pause.ts';
import { useRead } from '../../app/use-route.ts';

interface Props {
  readonly id?: string;
  readonly organId: string;
  readonly value?: string;
  readonly onChange?: (documentId: string) => void;
}

/** One public document of the organ, found by words of its title or number. */
export function DocumentPicker({ id, organId, value, onChange }: Props): ReactNode {
  const [words, setWords] = useState('');
  const q = usePause(words).value.trim();
  const body = { stage: 'public' as const, organId, limit: 50, ...(q !== '' && { q }) };
  const { data, isFetching } = useRead(documentRoutes.search, { body });
  return (
    <Select
      {...(id !== undefined && { id })}
      {...(value !== undefined && { value })}
      showSearch={{ filterOption: false, onSearch: setWords }}
      loading={isFetching}
      notFoundContent={isFetching ? '正在查找……' : '没有公开中的文件'}
      options={(data?.items ?? []).map(({ documentId, title, documentNumber }) => ({
        value: documentId,
        label: documentNumber === '' ? title : `${title}（${documentNumber}）`,
      }))}
      onChange={(chosen: string) => onChange?.(chosen)}
    />
  );
}
