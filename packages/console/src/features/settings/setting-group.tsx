import { DownOutlined } from '@ant-design/icons';
import { type ReactNode, useId } from 'react';
import { SettingRow } from './setting-row.tsx';
import './settings.css';
import type { ShownSetting } from './shown-setting.ts';

/** How many there are, and how many of them the organ or nobody has settled. */
function Counts({ settings }: { readonly settings: readonly ShownSetting[] }): ReactNode {
  const own = settings.filter(({ chosenBy }) => chosenBy?.isSelf === true).length;
  const open = settings.filter(({ confidence }) => confidence === 'unconfirmed').length;
  return (
    <span className="quiet">
      {settings.length} 项{own > 0 && `，本机关设定 ${own} 项`}
      {open > 0 && `，待确认 ${open} 项`}
    </span>
  );
}

interface Props {
  readonly title: string;
  readonly settings: readonly ShownSetting[];
  readonly organ: { readonly regionId: string; readonly organId: string; readonly name: string };
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** The settings of one area; folded, it tells by their titles what is in it. */
export function SettingGroup({ title, settings, organ, isOpen, onToggle }: Props): ReactNode {
  const id = useId();
  return (
    <section className="card setting-group">
      <h2>
        <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={onToggle}>
          <DownOutlined aria-hidden />
          <span>{title}</span>
          <Counts settings={settings} />
        </button>
      </h2>
      <div id={id}>
        {isOpen ? (
          <ul className="settings">
            {settings.map((setting) => (
              <SettingRow key={setting.key} setting={setting} organ={organ} />
            ))}
          </ul>
        ) : (
          <p className="quiet titles">{settings.map((setting) => setting.title).join('、')}</p>
        )}
      </div>
    </section>
  );
}
