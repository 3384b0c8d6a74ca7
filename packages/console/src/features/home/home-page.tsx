import type { ReactNode } from 'react';
import { PageHeader } from '../../ui/page-header.tsx';
import { VillageHome } from '../village/due-list.tsx';
import { AccountReminders } from './account-reminders.tsx';
import { TodoList } from './todo-list.tsx';
import { UnsavedDrafts } from './unsaved-drafts.tsx';

/** What waits for the person. */
export function HomePage(): ReactNode {
  return (
    <>
      <PageHeader />
      <VillageHome />
      <TodoList />
      <UnsavedDrafts />
      <AccountReminders />
    </>
  );
}
