import type { ReactNode } from 'react';
import { PageHeader } from '../../ui/page-header.tsx';

export function AccountPage(): ReactNode {
  return <PageHeader />;
}
