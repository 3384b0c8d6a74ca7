import { UserOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { App, Button, Dropdown } from 'antd';
import { type ReactNode, useState } from 'react';
import { ConfirmChange } from '../ui/confirm-change.tsx';
import { call } from './api.ts';
import { useContrast } from './display.ts';
import { draftsOf, removeDraftsOf } from './draft-store.ts';
import { asProblem } from './problem.ts';
import { sessionQuery, useSession } from './session.ts';

/** The person's own matters: account, display, signing out. */
export function AccountMenu(): ReactNode {
  const { account } = useSession();
  const [contrast, setContrast] = useContrast();
  const [asking, setAsking] = useState(false);
  const queryClient = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const signOut = useMutation({
    mutationFn: () => call(sessionRoutes.signOut, {}),
    onSuccess: async () => {
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, null);
      await router.invalidate();
    },
    onError: (error) => void message.error(asProblem(error).told.title),
  });
  const choose: Readonly<Record<string, () => void>> = {
    account: () => void navigate({ to: '/account' }),
    contrast: () => setContrast(contrast === 'high' ? 'standard' : 'high'),
    signOut: () => (draftsOf(account.accountId).length > 0 ? setAsking(true) : signOut.mutate()),
  };
  return (
    <>
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items: [
            { key: 'account', label: '我的账号' },
            { key: 'contrast', label: contrast === 'high' ? '标准对比度' : '高对比度' },
            { type: 'divider' },
            { key: 'signOut', label: '退出登录' },
          ],
          onClick: ({ key }) => choose[key]?.(),
        }}
      >
        <Button type="text" icon={<UserOutlined aria-hidden />} loading={signOut.isPending}>
          <span className="wide-shown">{account.displayName}</span>
          <span className="for-readers">账号菜单</span>
        </Button>
      </Dropdown>
      <ConfirmChange
        open={asking}
        title="还有未保存的内容"
        confirm="清除并退出"
        grave
        busy={signOut.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          removeDraftsOf(account.accountId);
          signOut.mutate();
        }}
      >
        <p>
          这台设备上有 {draftsOf(account.accountId).length}{' '}
          份您填写了但还没有保存的内容。退出登录会把它们从这台设备清除。
        </p>
        <p>要保留的，请先取消，回到原页面保存。登录超时不会清除，重新登录后会恢复。</p>
      </ConfirmChange>
    </>
  );
}
