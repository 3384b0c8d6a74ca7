import { accountRoutes } from '@zhaoshi/contract/routes/account';
import { App, Button, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { ConfirmChange } from '../../ui/confirm-change.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

/** Where the person is signed in, and the way to end it. */
export function Devices(): ReactNode {
  const { data, error } = useRead(accountRoutes.listSessions, {});
  const end = useChange(accountRoutes.endSession);
  const endOthers = useChange(accountRoutes.endOtherSessions);
  const [asking, setAsking] = useState(false);
  const { message } = App.useApp();
  const others = data?.items.filter(({ isCurrent }) => !isCurrent).length ?? 0;
  return (
    <section className="card">
      <div className="card-head">
        <h2>登录的设备</h2>
        {others > 0 && <Button onClick={() => setAsking(true)}>注销其他设备</Button>}
      </div>
      <ProblemAlert error={error ?? end.error} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <div className="table-scroll" role="region" aria-label="登录的设备" tabIndex={0}>
          <table className="plain stacked">
            <thead>
              <tr>
                <th scope="col">设备</th>
                <th scope="col">登录时间</th>
                <th scope="col">最近使用</th>
                <th scope="col">最迟失效</th>
                <th scope="col">
                  <span className="for-readers">操作</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.items.map(
                ({ sessionId, device, createdAt, lastSeenAt, expiresAt, secondFactor, isCurrent }) => (
                  <tr key={sessionId}>
                    <th scope="row">
                      {device}
                      {isCurrent && <Tag color="success">本设备</Tag>}
                      {secondFactor && <Tag>动态口令</Tag>}
                    </th>
                    <td className="figures" data-title="登录时间">
                      {shownMoment(createdAt)}
                    </td>
                    <td className="figures" data-title="最近使用">
                      {shownMoment(lastSeenAt)}
                    </td>
                    <td className="figures" data-title="最迟失效">
                      {shownMoment(expiresAt)}
                    </td>
                    <td>
                      {!isCurrent && (
                        <Button
                          size="small"
                          aria-label={`注销${device}`}
                          loading={end.isPending && end.variables.request.params.sessionId === sessionId}
                          onClick={() =>
                            end.mutate(
                              { request: { params: { sessionId } } },
                              { onSuccess: () => void message.success('已注销') },
                            )
                          }
                        >
                          注销
                        </Button>
                      )}
                    </td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
        </div>
      )}
      <ConfirmChange
        open={asking}
        title="注销其他设备"
        confirm="注销"
        grave
        busy={endOthers.isPending}
        error={endOthers.error}
        onCancel={() => setAsking(false)}
        onConfirm={() =>
          endOthers.mutate(
            { request: {} },
            {
              onSuccess: () => {
                setAsking(false);
                void message.success('其他设备已注销');
              },
            },
          )
        }
      >
        <p>
          您在其他 {others} 台设备上的登录立即失效，那里没有保存的内容仍暂存在那台设备上。本设备不受影响。
        </p>
      </ConfirmChange>
    </section>
  );
}
