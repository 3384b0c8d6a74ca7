import { DOCUMENT_TRANSITIONS } from '@zhaoshi/domain/disclosure/document-transitions';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../../../app/session.ts';
import { AbilityButton } from '../../../../ui/ability-button.tsx';
import type { DocumentRow } from '../../shown-document.ts';
import { batchActOf } from './batch-act.ts';
import { BatchDialog } from './batch-dialog.tsx';

interface Props {
  readonly chosen: readonly DocumentRow[];
  readonly onClear: () => void;
}

/** What may be done to all chosen documents together. */
export function BatchBar({ chosen, onClear }: Props): ReactNode {
  const { abilities } = useSession();
  // Chosen rows are read again with the list; what the dialog was opened for stays.
  const [opened, setOpened] = useState<readonly DocumentRow[]>([]);
  const type = batchActOf(chosen);
  const openedType = batchActOf(opened);
  if (chosen.length === 0 && opened.length === 0) return null;
  return (
    <div className="batch-bar">
      <span role="status">已选{chosen.length}份文件</span>
      <AbilityButton
        type="primary"
        needs="document.handle"
        abilities={abilities}
        hindrance={type === null ? '选中的文件在不同的步骤，请只选同一状态的文件。' : undefined}
        onClick={() => setOpened(chosen)}
      >
        {type === null ? '一并办理' : `一并${DOCUMENT_TRANSITIONS[type].title}`}
      </AbilityButton>
      <Button onClick={onClear}>清除选择</Button>
      {openedType !== null && (
        <BatchDialog
          rows={opened}
          type={openedType}
          onClose={() => {
            setOpened([]);
            onClear();
          }}
        />
      )}
    </div>
  );
}
