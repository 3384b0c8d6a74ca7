import { PlusOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../../app/session.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ExportButton } from './export-button.tsx';

/** What is done from the register as a whole. */
export function RegisterActions(): ReactNode {
  const { abilities } = useSession();
  const navigate = useNavigate();
  return (
    <>
      <ExportButton />
      <AbilityButton
        type="primary"
        icon={<PlusOutlined aria-hidden />}
        needs="application.register"
        abilities={abilities}
        onClick={() => void navigate({ to: '/applications/new' })}
      >
        登记申请
      </AbilityButton>
    </>
  );
}
