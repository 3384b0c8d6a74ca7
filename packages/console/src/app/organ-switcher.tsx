import { DownOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { ROLES } from '@zhaoshi/domain/permission/roles';
import { App, Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { call } from './api.ts';
import { asProblem } from './problem.ts';
import { type Session, sessionQuery, useSession } from './session.ts';

type Membership = Session['organs'][number];

const rolesOf = ({ roles }: Membership): string => roles.map((role) => ROLES[role]).join('、');

/** The organ one acts in, and the way to another one where one has duties too. */
export function OrganSwitcher(): ReactNode {
  const { organ, organs } = useSession();
  const queryClient = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const change = useMutation({
    mutationFn: ({ regionId, organId }: Membership) =>
      call(sessionRoutes.switchOrgan, { body: { regionId, organId } }),
    onSuccess: async (session) => {
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      queryClient.setQueryData(sessionQuery.queryKey, session);
      await router.invalidate();
      await navigate({ to: '/' });
      void message.success(`已切换到${session.organ?.name ?? ''}`);
    },
    onError: (error) => void message.error(asProblem(error).told.title),
  });
  if (organ === null) return <span className="organ" />;
  if (organs.length < 2) {
    return (
      <span className="organ">
        <b>{organ.name}</b>
        <small>{rolesOf(organ)}</small>
      </span>
    );
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [organ.organId],
        items: organs.map((one) => ({
          key: one.organId,
          label: (
            <span className="organ-item">
              {one.name}
              <small>{rolesOf(one)}</small>
            </span>
          ),
        })),
        onClick: ({ key }) => {
          const chosen = organs.find(({ organId }) => organId === key);
          if (chosen !== undefined && chosen.organId !== organ.organId) change.mutate(chosen);
        },
      }}
    >
      <Button type="text" className="organ" loading={change.isPending}>
        <span>
          <b>{organ.name}</b>
          <small>{rolesOf(organ)}</small>
        </span>
        <span className="for-readers">切换机关</span>
        <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
