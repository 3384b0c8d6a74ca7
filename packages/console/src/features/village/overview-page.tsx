import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { villageRoutes } from '@zhaoshi/contract/routes/villages';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { DUE_STATES, type DueState } from '@zhaoshi/domain/village/due-items';
import { itemsOn, VILLAGE_ITEMS, type VillageItem } from '@zhaoshi/domain/village/village-items';
import { App, type TableColumnsType, Tag } from 'antd';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';
import { usePages } from '../../app/use-pages.ts';
import { useChange } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import './village.css';

type Row = RouteOutput<typeof villageRoutes.overview>['items'][number];

const COLORS: Readonly<Record<DueState, string>> = {
  posted: 'success',
  open: 'default',
  soon: 'warning',
  missed: 'error',
};

const SHOWN: readonly VillageItem[] = itemsOn(civilDateAt(new Date())).filter(
  (item) => VILLAGE_ITEMS[item].frequency !== 'atOnce',
);

function Light({ row, item }: { readonly row: Row; readonly item: VillageItem }): ReactNode {
  const state = row.lights.find((light) => light.item === item)?.state;
  return state === undefined ? null : <Tag color={COLORS[state]}>{DUE_STATES[state]}</Tag>;
}

const isWaiting = ({ lights }: Row): boolean => lights.some(({ state }) => state !== 'posted');

function Name({ row: { name, townshipName, publicPath, keptSince } }: { readonly row: Row }): ReactNode {
  return (
    <>
      <a href={publicPath} target="_blank" rel="noreferrer">
        {name}
      </a>
      <br />
      <small className="quiet">
        {townshipName}
        <br />
        {keptSince === null ? '还没有在平台公布过' : `${shownDate(keptSince)}起公布`}
      </small>
    </>
  );
}

interface RemindProps {
  readonly row: Row;
  readonly onRemind: (row: Row) => void;
}

function Remind({ row, onRemind }: RemindProps): ReactNode {
  return (
    <AbilityButton
      size="small"
      needs="village.remind"
      abilities={row.abilities}
      hindrance={isWaiting(row) ? undefined : '本月、本季度的村务都已公布，不用督促。'}
      onClick={() => onRemind(row)}
    >
      督促<span className="for-readers">{row.name}</span>
    </AbilityButton>
  );
}

/** On a phone: how many of each light, and what is late by its name. */
function Card({ row, onRemind }: RemindProps): ReactNode {
  const { lights, openQuestions, withoutBoard } = row;
  const late = lights.filter(({ state }) => state === 'missed');
  const posted = lights.filter(({ state }) => state === 'posted');
  return (
    <>
      <Name row={row} />
      <p>
        已公布 {posted.length} 项，共 {lights.length} 项
        {late.length > 0 && (
          <span className="late">；逾期：{late.map(({ item }) => VILLAGE_ITEMS[item].title).join('、')}</span>
        )}
        {withoutBoard > 0 && `；${withoutBoard} 项没有公开栏照片`}
        {openQuestions > 0 && `；${openQuestions} 个提问待答复`}
      </p>
      <Remind row={row} onRemind={onRemind} />
    </>
  );
}

const columnsWith = (remind: (row: Row) => void): TableColumnsType<Row> => [
  {
    title: '村',
    key: 'name',
    width: 220,
    render: (_, row) => <Name row={row} />,
  },
  ...SHOWN.map((item) => ({
    title: VILLAGE_ITEMS[item].title,
    key: item,
    render: (_: unknown, row: Row) => <Light row={row} item={item} />,
  })),
  { title: '没有公开栏照片', dataIndex: 'withoutBoard', align: 'right' },
  { title: '待答复提问', dataIndex: 'openQuestions', align: 'right' },
  {
    title: '办理',
    key: 'acts',
    render: (_, row) => <Remind row={row} onRemind={remind} />,
  },
];

/** Every village with a light for each item. */
export function VillageOverviewPage(): ReactNode {
  const { message } = App.useApp();
  const pages = usePages(villageRoutes.overview, { query: { limit: 50 } });
  const remind = useChange(villageRoutes.remind);
  const call = ({ regionId, organId, name }: Row): void =>
    remind.mutate(
      { request: { params: { regionId, organId } } },
      {
        onSuccess: ({ told }) => {
          if (told === 0) void message.warning(`${name}没有可以通知的经办人，请先为村里的人员开通账号`);
          else void message.success(`已通知${name}的 ${told} 名经办人`);
        },
      },
    );
  return (
    <>
      <PageHeader />
      <ProblemAlert error={remind.error} />
      <DataTable<Row>
        caption="各村公布情况"
        pages={pages}
        columns={columnsWith(call)}
        keyOf={({ organId }) => organId}
        card={(row) => <Card row={row} onRemind={call} />}
        empty="下面没有村。村由系统管理员在“机关”里登记到乡镇之下。"
      />
    </>
  );
}
