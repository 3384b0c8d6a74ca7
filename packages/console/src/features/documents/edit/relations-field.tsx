import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { DOCUMENT_RELATIONS, type DocumentRelation } from '@zhaoshi/domain/disclosure/document-content';
import { DOCUMENT_STATUSES } from '@zhaoshi/domain/disclosure/document-status';
import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useRead } from '../../../app/use-route.ts';
import { useSought } from '../../../ui/use-sought.ts';
import type { ContentValues } from '../shown-document.ts';

type Relation = ContentValues['relations'][number];

const OPTIONS = Object.entries(DOCUMENT_RELATIONS).map(([value, label]) => ({
  value: value as DocumentRelation,
  label,
}));

interface PickerProps {
  readonly label: string;
  readonly self: string;
  /** Feedback is given on what the public has seen. */
  readonly isPublicOnly: boolean;
  readonly onPick: (picked: Pick<Relation, 'documentId' | 'documentNumber' | 'title'>) => void;
}

/** Finds a document of this platform by words or number. */
function DocumentPicker({ label, self, isPublicOnly, onPick }: PickerProps): ReactNode {
  const { q, listOf } = useSought();
  const answer = useRead(
    documentRoutes.search,
    { body: { q, limit: 10, ...(isPublicOnly && { stage: 'public' as const }) } },
    { enabled: q !== '' },
  );
  const { isWaiting, ...list } = listOf(answer);
  const found = q === '' ? [] : (answer.data?.items ?? []).filter(({ documentId }) => documentId !== self);
  const notFoundContent = (): string => {
    if (q === '') return '请输入标题或者文号';
    return isWaiting ? '正在查找……' : notFoundWords(isPublicOnly);
  };
  return (
    <Select<string>
      aria-label={label}
      className="picker"
      placeholder={isPublicOnly ? '按标题或者文号查找已公开的文件' : '按标题或者文号查找本平台的文件'}
      value={null}
      {...list}
      notFoundContent={notFoundContent()}
      options={found.map(({ documentId, documentNumber, title, status, isPublic }) => ({
        value: documentId,
        label: `${documentNumber} ${title}${isPublic ? '' : `（${DOCUMENT_STATUSES[status]}）`}`.trim(),
      }))}
      onChange={(documentId) => {
        const picked = found.find((one) => one.documentId === documentId);
        if (picked !== undefined) {
          onPick({ documentId, documentNumber: picked.documentNumber, title: picked.title });
        }
      }}
    />
  );
}

const notFoundWords = (isPublicOnly: boolean): string =>
  isPublicOnly
    ? '没有找到已经公开的。征求意见稿要先公开，才能反馈它的意见征集情况。'
    : '没有找到，可以直接填写文号和标题。';

interface RowProps {
  readonly relation: Relation;
  readonly number: number;
  readonly self: string;
  readonly onChange: (relation: Relation) => void;
  readonly onRemove: () => void;
}

function Row({ relation, number, self, onChange, onRemove }: RowProps): ReactNode {
  const name = `第${number}项关系`;
  return (
    <li className="relation">
      <Select<DocumentRelation>
        aria-label={`${name}：本文件对那份文件`}
        className="short-picker"
        popupMatchSelectWidth={false}
        value={relation.relation}
        options={OPTIONS}
        onChange={(value) => onChange({ ...relation, relation: value })}
      />
      <DocumentPicker
        label={`${name}：查找`}
        self={self}
        isPublicOnly={relation.relation === 'feedbackOn'}
        onPick={(picked) => onChange({ ...relation, ...picked })}
      />
      <Input
        aria-label={`${name}：文号`}
        placeholder="文号"
        maxLength={100}
        value={relation.documentNumber}
        onChange={({ target }) => onChange({ ...relation, documentId: null, documentNumber: target.value })}
      />
      <Input
        aria-label={`${name}：标题`}
        placeholder="标题"
        maxLength={300}
        value={relation.title}
        onChange={({ target }) => onChange({ ...relation, documentId: null, title: target.value })}
      />
      <Button icon={<DeleteOutlined aria-hidden />} aria-label={`去掉${name}`} onClick={onRemove} />
    </li>
  );
}

interface Props {
  readonly self: string;
  readonly value?: readonly Relation[];
  readonly onChange?: (relations: readonly Relation[]) => void;
}

/** How the document stands to others: repeals, interprets, corrects … */
export function RelationsField({ self, value = [], onChange }: Props): ReactNode {
  return (
    <>
      <ul className="relations">
        {value.map((relation, index) => (
          <Row
            key={index}
            relation={relation}
            number={index + 1}
            self={self}
            onChange={(next) => onChange?.(value.map((one, at) => (at === index ? next : one)))}
            onRemove={() => onChange?.(value.filter((_, at) => at !== index))}
          />
        ))}
      </ul>
      <Button
        icon={<PlusOutlined aria-hidden />}
        onClick={() =>
          onChange?.([...value, { relation: 'interprets', documentId: null, documentNumber: '', title: '' }])
        }
      >
        添加关系
      </Button>
    </>
  );
}
