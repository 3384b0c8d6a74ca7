import { MenuOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { PERMISSIONS } from '@zhaoshi/domain/permission/permissions';
import { Button, Drawer } from 'antd';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { AccountMenu } from './account-menu.tsx';
import { GlobalSearch } from './global-search.tsx';
import { NotificationBell } from './notification-bell.tsx';
import { OrganSwitcher } from './organ-switcher.tsx';
import { useSession } from './session.ts';
import { SideNavigation } from './side-navigation.tsx';
import { usePageInfo } from './use-page-info.ts';

const HelpDrawer = lazy(() => import('./help-drawer.tsx'));

/** The page, or which right it takes. */
function Content(): ReactNode {
  const { abilities } = useSession();
  const needs = usePageInfo()?.needs;
  if (needs === undefined || abilities.includes(needs)) return <Outlet />;
  return (
    <section className="lone">
      <h1>没有这个页面的权限</h1>
      <p>
        需要“{PERMISSIONS[needs].title}
        ”的权限。如工作需要，请联系本机关的系统管理员；在其他机关任职的，请先切换机关。
      </p>
      <Link to="/">回到待办</Link>
    </section>
  );
}

/** The frame of every page: head, navigation, help, and the page itself. */
export function Frame(): ReactNode {
  const { isDemonstration, organ } = useSession();
  const [menuOpen, setMenuOpen] = useState(false);
  const [helpOpen, setHelpOpen] = useState(false);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(() => setMenuOpen(false), [path]);
  return (
    <>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <header className="masthead">
        <Button
          className="menu-button"
          type="text"
          icon={<MenuOutlined aria-hidden />}
          aria-label="打开导航"
          aria-expanded={menuOpen}
          onClick={() => setMenuOpen(true)}
        />
        <Link to="/" className="brand">
          <span className="mark" aria-hidden="true">
            昭
          </span>
          <span className="word">昭示工作台</span>
        </Link>
        <OrganSwitcher />
        <div className="tools">
          <GlobalSearch />
          <NotificationBell />
          <Button type="text" icon={<QuestionCircleOutlined aria-hidden />} onClick={() => setHelpOpen(true)}>
            <span className="wide-shown">帮助</span>
          </Button>
          <AccountMenu />
        </div>
      </header>
      {isDemonstration && (
        <p className="demonstration">演示系统：机关、人员和数据均为虚构，请勿填写真实个人信息。</p>
      )}
      <div className="body">
        <div className="side">
          <SideNavigation />
        </div>
        <main id="main" tabIndex={-1}>
          {organ === null ? (
            <section className="lone">
              <h1>还没有任职</h1>
              <p>您的账号还没有在任何机关的职责，请联系本机关的系统管理员授予。</p>
            </section>
          ) : (
            // Another organ is another desk: nothing of the former one stays on the screen.
            <Content key={organ.organId} />
          )}
        </main>
      </div>
      <Drawer title="导航" placement="left" size={280} open={menuOpen} onClose={() => setMenuOpen(false)}>
        <SideNavigation />
      </Drawer>
      <Suspense>{helpOpen && <HelpDrawer onClose={() => setHelpOpen(false)} />}</Suspense>
    </>
  );
}
