import { PlusOutlined } from '@ant-design/icons';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { statisticsNormativeRoutes } from '@zhaoshi/contract/routes/statistics-normative';
import { civilDateAt, parseCivilDate, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { FIRST_STATISTIC_YEAR } from '@zhaoshi/domain/statistics/statistic-kinds';
import { Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { addressOf } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { Loading } from '../../ui/loading.tsx';
import { OrganPicker, type PickedOrgan } from '../../ui/organ-picker.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { NormativeList } from './normative-list.tsx';
import { RecordDialog, type RecordSubject } from './record-dialog.tsx';
import type { ShownRecord } from './register.ts';
import { RegisterCounts } from './register-counts.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import type { NormativeSearch } from './statistics-search.ts';
import { TableTwoCard } from './table-two-card.tsx';
import './statistics.css';

interface ScopeProps {
  readonly search: NormativeSearch;
  readonly on: string;
  readonly organ: PickedOrgan;
}

/** Whose register, and on which day. */
function Scope({ search, on, organ }: ScopeProps): ReactNode {
  const navigate = useNavigate();
  const go = (changed: NormativeSearch): void =>
    void navigate({ to: '/normative-documents', search: { ...search, ...changed } });
  return (
    <Form layout="inline" className="filters" aria-label="查看范围">
      <Form.Item label="机关">
        <OrganPicker
          aria-label="机关"
          needs="document.read"
          placeholder="选择机关"
          value={organ}
          onChange={(picked) => {
            if (picked !== null) go({ regionId: picked.regionId, organId: picked.organId });
          }}
        />
      </Form.Item>
      <Form.Item label="截至日期" htmlFor="register-day">
        <Input
          id="register-day"
          type="date"
          value={on}
          onChange={({ target }) => {
            if (parseCivilDate(target.value) !== undefined) go({ on: target.value });
          }}
        />
      </Form.Item>
    </Form>
  );
}

/** 规章 and normative documents as they stand on a day, published here or entered by hand. */
export function NormativePage(): ReactNode {
  const search = useSearch({ from: '/frame/normative-documents' });
  const { organ: own } = useSession();
  const [kept, setKept] = useState<RecordSubject | null>(null);
  const [removed, setRemoved] = useState<ShownRecord | null>(null);
  const on = search.on ?? civilDateAt(new Date());
  const params = {
    regionId: search.regionId ?? own?.regionId ?? '',
    organId: search.organId ?? own?.organId ?? '',
  };
  const isKnown = params.organId !== '';
  const { data, error } = useRead(
    statisticsNormativeRoutes.list,
    { params, query: { on } },
    { enabled: isKnown },
  );
  const day = parseCivilDate(on);
  const year = day === undefined ? null : yearOf(day);
  return (
    <>
      <PageHeader
        actions={
          data !== undefined && (
            <>
              <a href={addressOf(statisticsNormativeRoutes.export.path, { params, query: { on } })} download>
                导出台账
              </a>
              <AbilityButton
                type="primary"
                icon={<PlusOutlined aria-hidden />}
                needs="normative.write"
                abilities={data.abilities}
                onClick={() => setKept({ kind: 'new' })}
              >
                登记以往文件
              </AbilityButton>
            </>
          )
        }
      />
      <ProblemAlert error={error} />
      {data === undefined && error === null && isKnown && <Loading />}
      {data !== undefined && (
        <>
          <section className="card" aria-labelledby="register-list">
            <h2 id="register-list">{data.organName}台账</h2>
            <Scope search={search} on={on} organ={{ ...params, name: data.organName }} />
            <RegisterCounts shown={data} search={search} />
            <NormativeList shown={data} search={search} onKeep={setKept} onRemove={setRemoved} />
          </section>
          {year !== null && year >= FIRST_STATISTIC_YEAR && (
            <TableTwoCard organ={params} year={year} part="register" />
          )}
        </>
      )}
      {kept !== null && <RecordDialog organ={params} subject={kept} onClose={() => setKept(null)} />}
      {removed !== null && <RemoveDialog record={removed} onClose={() => setRemoved(null)} />}
    </>
  );
}
