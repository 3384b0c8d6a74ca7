import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useRead } from '../../app/use-route.ts';
import { useSought } from '../../ui/use-sought.ts';

interface Props {
  readonly id?: string;
  readonly organId: string;
  readonly value?: string;
  readonly onChange?: (documentId: string) => void;
}

/** One public document of the organ, found by words of its title or number. */
export function DocumentPicker({ id, organId, value, onChange }: Props): ReactNode {
  const { q, listOf } = useSought();
  const body = { stage: 'public' as const, organId, limit: 50, ...(q !== '' && { q }) };
  const answer = useRead(documentRoutes.search, { body });
  const { isWaiting, ...list } = listOf(answer);
  return (
    <Select
      {...(id !== undefined && { id })}
      {...(value !== undefined && { value })}
      {...list}
      notFoundContent={isWaiting ? '正在查找……' : '没有公开中的文件'}
      options={(answer.data?.items ?? []).map(({ documentId, title, documentNumber }) => ({
        value: documentId,
        label: documentNumber === '' ? title : `${title}（${documentNumber}）`,
      }))}
      onChange={(chosen: string) => onChange?.(chosen)}
    />
  );
}
