import { settingRoutes } from '@zhaoshi/contract/routes/settings';
import { App, Button, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { useChange } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ConfirmChange } from '../../ui/confirm-change.tsx';
import { isStale } from '../../ui/stale-current.ts';
import { EditSetting } from './edit-setting.tsx';
import { type ShownSetting, shownValue } from './shown-setting.ts';

/** Where the value that holds comes from. */
function Origin({ setting: { chosenBy } }: { readonly setting: ShownSetting }): ReactNode {
  if (chosenBy === null) return <span className="quiet">系统默认</span>;
  return chosenBy.isSelf ? <Tag color="processing">本机关设定</Tag> : <>沿用{chosenBy.name}的设定</>;
}

const originOf = ({ inherited: { chosenBy } }: ShownSetting): string =>
  chosenBy === null ? '系统默认值' : `${chosenBy.name}的设定`;

interface Props {
  readonly setting: ShownSetting;
  readonly organ: { readonly regionId: string; readonly organId: string; readonly name: string };
}

/** Gives the organ's own choice up. */
function ClearButton({ setting, organ: { regionId, organId, name } }: Props): ReactNode {
  const clear = useChange(settingRoutes.clear);
  const [asking, setAsking] = useState(false);
  const { message } = App.useApp();
  const { key, title, value, inherited, version } = setting;
  return (
    <>
      <Button
        size="small"
        aria-label={`${title}改回沿用`}
        onClick={() => {
          clear.reset();
          setAsking(true);
        }}
      >
        改回沿用
      </Button>
      <ConfirmChange
        open={asking}
        title={`“${title}”改回沿用`}
        confirm="改回沿用"
        busy={clear.isPending}
        error={clear.error}
        onCancel={() => setAsking(false)}
        onConfirm={() =>
          clear.mutate(
            { request: { params: { regionId, organId, key } }, version },
            {
              onSuccess: () => {
                setAsking(false);
                void message.success('已改回沿用');
              },
            },
          )
        }
      >
        <p>
          取消{name}的设定“{shownValue(value)}”，改用{originOf(setting)}“<b>{shownValue(inherited.value)}</b>
          ”。没有另行设定的下级机关随之改变。
        </p>
        {isStale(clear.error) && <p>请取消后刷新本页，查看最新的设定。</p>}
      </ConfirmChange>
    </>
  );
}

/** One setting: what it decides, what holds, where that comes from, what it rests on. */
export function SettingRow({ setting, organ }: Props): ReactNode {
  const [editing, setEditing] = useState(false);
  const { title, help, source, confidence, value, chosenBy, inherited, defaultValue, abilities } = setting;
  const isSelf = chosenBy?.isSelf === true;
  return (
    <li className="setting">
      <div className="setting-what">
        <h3>
          {title}
          {confidence === 'unconfirmed' && <Tag color="warning">待确认</Tag>}
          {confidence === 'local' && <Tag>各地做法</Tag>}
        </h3>
        <p>{help}</p>
        <p className="quiet">
          依据：{source}；默认{defaultValue === '' ? '空白' : ` ${shownValue(defaultValue)}`}
        </p>
      </div>
      <div className="setting-value">
        <b className="figures">{shownValue(value)}</b>
        <span>
          <Origin setting={setting} />
        </span>
        {isSelf && (
          <span className="quiet">
            不设定时：{shownValue(inherited.value)}（{originOf(setting)}）
          </span>
        )}
      </div>
      <div className="setting-acts">
        <AbilityButton
          size="small"
          needs="setting.edit"
          abilities={abilities}
          aria-label={`修改${title}`}
          onClick={() => setEditing(true)}
        >
          修改
        </AbilityButton>
        {isSelf && abilities.includes('setting.edit') && <ClearButton setting={setting} organ={organ} />}
      </div>
      {editing && <EditSetting setting={setting} organ={organ} onClose={() => setEditing(false)} />}
    </li>
  );
}
