import { settingRoutes } from '@zhaoshi/contract/routes/settings';
import { Button, Form, Input, Radio } from 'antd';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { useSession } from '../../app/session.ts';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { SettingGroup } from './setting-group.tsx';
import { foundSettings, type Scope, type ShownSetting } from './shown-setting.ts';

const SCOPES: readonly { readonly value: Scope; readonly label: string }[] = [
  { value: 'all', label: '全部' },
  { value: 'own', label: '本机关设定的' },
  { value: 'unconfirmed', label: '待确认的' },
];

interface GroupsProps extends Pick<ComponentProps<typeof SettingGroup>, 'organ'> {
  readonly groups: ReadonlyMap<string, readonly ShownSetting[]>;
  /** Whether they are at first: what was looked for is shown, everything at once would be many screens. */
  readonly areOpen: boolean;
}

/** The areas, each of which opens by itself or all at once. */
function Groups({ groups, organ, areOpen }: GroupsProps): ReactNode {
  const [others, setOthers] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(areOpen);
  const toggle = (title: string): void => {
    const after = new Set(others);
    if (!after.delete(title)) after.add(title);
    setOthers(after);
  };
  const toggleAll = (): void => {
    setAll(!all);
    setOthers(new Set());
  };
  return (
    <>
      {groups.size > 0 && (
        <Button type="link" className="toggle-all" onClick={toggleAll}>
          {all ? '全部收起' : '全部展开'}
        </Button>
      )}
      {[...groups].map(([title, settings]) => (
        <SettingGroup
          key={title}
          title={title}
          settings={settings}
          organ={organ}
          isOpen={others.has(title) ? !all : all}
          onToggle={() => toggle(title)}
        />
      ))}
    </>
  );
}

/** Everything that can be set, as it stands for the organ one acts in. */
export function SettingsPage(): ReactNode {
  const { organ } = useSession();
  const [search, setSearch] = useState('');
  const [scope, setScope] = useState<Scope>('all');
  const { data, error } = useRead(
    settingRoutes.list,
    { params: { regionId: organ?.regionId ?? '', organId: organ?.organId ?? '' } },
    { enabled: organ !== null },
  );
  if (organ === null) return null;
  const found = foundSettings(data?.items ?? [], search, scope);
  const isNarrowed = search.trim() !== '' || scope !== 'all';
  return (
    <>
      <PageHeader />
      <ProblemAlert error={error} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          <Form layout="inline" className="filters" aria-label="查找设置">
            <Form.Item label="查找" htmlFor="setting-search">
              <Input
                id="setting-search"
                className="search-field"
                type="search"
                allowClear
                maxLength={50}
                placeholder="名称、说明、依据或现用值"
                value={search}
                onChange={({ target }) => setSearch(target.value)}
              />
            </Form.Item>
            <Form.Item>
              <Radio.Group
                aria-label="显示哪些设置"
                optionType="button"
                options={[...SCOPES]}
                value={scope}
                onChange={({ target }) =>
                  setScope(SCOPES.find((one) => one.value === target.value)?.value ?? 'all')
                }
              />
            </Form.Item>
          </Form>
          <p className="quiet" role="status">
            {organ.name}共 {data.items.length} 项设置
            {found.length < data.items.length &&
              (found.length === 0 ? '，没有符合条件的。' : `，符合条件的 ${found.length} 项。`)}
          </p>
          <Groups
            key={isNarrowed ? 'found' : 'all'}
            groups={Map.groupBy(found, ({ groupTitle }) => groupTitle)}
            organ={organ}
            areOpen={isNarrowed}
          />
        </>
      )}
    </>
  );
}
