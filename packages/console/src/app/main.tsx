import './older-browsers.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App as AntApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, StrictMode, useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';
import './app.css';
import { limitDateBoxes } from './date-boxes.ts';
import { useContrast } from './display.ts';
import { removeOldDrafts } from './draft-store.ts';
import { pageNonce } from './nonce.ts';
import { createQueryClient } from './query-client.ts';
import { createConsoleRouter } from './router.tsx';
import { sessionQuery } from './session.ts';
import { themeFor } from './theme.ts';

/** A refused call may be a wrong password as well as the end of the session: the session itself is asked. */
async function askWhoIsSignedIn(): Promise<void> {
  const session = await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => undefined);
  if (session !== undefined && session?.stage !== 'full') await router.invalidate();
}

const queryClient = createQueryClient(() => void askWhoIsSignedIn());
const router = createConsoleRouter(queryClient);

const nonce = pageNonce();

/** Menus and lists open inside the landmark of their button, where readers look for them. */
const popupContainer = (trigger?: HTMLElement): HTMLElement =>
  trigger?.closest<HTMLElement>('[role="dialog"], main, header') ?? document.body;

function Look({ children }: { readonly children: ReactNode }): ReactNode {
  const [contrast] = useContrast();
  useLayoutEffect(() => {
    document.documentElement.dataset['contrast'] = contrast;
  }, [contrast]);
  return (
    <ConfigProvider
      locale={zhCN}
      theme={themeFor(contrast)}
      {...(nonce !== undefined && { csp: { nonce } })}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      getPopupContainer={popupContainer}
    >
      <AntApp>{children}</AntApp>
    </ConfigProvider>
  );
}

removeOldDrafts(new Date());
limitDateBoxes(document);

const root = document.querySelector('#root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Look>
        <RouterProvider router={router} />
      </Look>
    </QueryClientProvider>
  </StrictMode>,
);
