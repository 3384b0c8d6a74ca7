import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { handoverRoutes } from '@zhaoshi/contract/routes/handovers';
import { READING_PLACES, type ReadingPlace } from '@zhaoshi/domain/disclosure/document-act';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { App, Checkbox, Form, Input, Select, type TableColumnsType, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { usePages } from '../../app/use-pages.ts';
import { useChange } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { Organ } from './board-list.tsx';

type Row = RouteOutput<typeof handoverRoutes.pending>['items'][number];

const PLACES = Object.entries(READING_PLACES).map(([value, label]) => ({
  value: value as ReadingPlace,
  label,
}));

function Due({ row: { dueOn, isLate, isProvisional } }: { readonly row: Row }): ReactNode {
  if (dueOn === null) return <span className="quiet">及时</span>;
  return (
    <>
      <span className="figures">{shownDate(dueOn)}</span> {isLate && <Tag color="error">超过期限未移交</Tag>}
      {isProvisional && <small className="quiet">暂定</small>}
    </>
  );
}

const name = ({ title, documentNumber, indexNumber, hindrance }: Row): ReactNode => (
  <>
    {title}
    <small className="under quiet">
      {documentNumber} {indexNumber}
    </small>
    {hindrance !== null && <small className="under late">{hindrance}</small>}
  </>
);

interface Values {
  readonly receiver: string;
  readonly on: string;
}

interface HandFormProps {
  readonly organ: Organ;
  readonly place: ReadingPlace;
  readonly chosen: readonly string[];
  readonly onDone: () => void;
}

function HandForm({ organ, place, chosen, onDone }: HandFormProps): ReactNode {
  const { abilities } = useSession();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const make = useChange(handoverRoutes.make, { also: ['desk', 'documents'] });
  const today = civilDateAt(new Date());
  const submit = (values: Values): void =>
    make.mutate(
      { request: { params: organ, body: { ...values, place, documentIds: [...chosen] } } },
      {
        onSuccess: () => {
          void message.success(`已登记移交 ${chosen.length} 件，请在下面下载移交包`);
          onDone();
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <>
      <Form<Values>
        form={form}
        layout="inline"
        className="filters"
        initialValues={{ on: today }}
        requiredMark={false}
        onFinish={submit}
      >
        <Form.Item
          name="receiver"
          label="接收单位"
          rules={[{ required: true, whitespace: true, message: '请填写接收单位' }]}
        >
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="on" label="移交日期" rules={[{ required: true, message: '请填写移交日期' }]}>
          <Input type="date" max={today} />
        </Form.Item>
        <AbilityButton
          type="primary"
          needs="channel.manage"
          abilities={abilities}
          hindrance={chosen.length === 0 ? '请先在列表中选择要移交的信息。' : undefined}
          loading={make.isPending}
          onClick={() => form.submit()}
        >
          移交所选 {chosen.length} 件
        </AbilityButton>
      </Form>
      <ProblemAlert error={make.error} />
    </>
  );
}

/** What is public and was not handed over to a place, and the form that hands a choice of it over. */
export function PendingHandovers({ organ }: { readonly organ: Organ }): ReactNode {
  const [place, setPlace] = useState<ReadingPlace>('archives');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const pages = usePages(handoverRoutes.pending, { params: organ, query: { place, limit: 50 } });
  const isFree = ({ hindrance }: Row): boolean => hindrance === null;
  const set = ({ documentId }: Row, isChosen: boolean): void =>
    setChosen((ids) => (isChosen ? [...ids, documentId] : ids.filter((one) => one !== documentId)));
  const columns: TableColumnsType<Row> = [
    { title: '信息', render: (_value, row) => name(row) },
    {
      title: '生成日期',
      width: '9rem',
      className: 'figures',
      render: (_value, { createdOn }) => shownDate(createdOn),
    },
    { title: '移交期限', width: '18rem', render: (_value, row) => <Due row={row} /> },
  ];
  return (
    <section className="card">
      <h2>还没有移交的信息</h2>
      <div className="filters">
        <label htmlFor="handover-place">查阅场所</label>{' '}
        <Select<ReadingPlace>
          id="handover-place"
          className="short-picker"
          options={PLACES}
          value={place}
          onChange={(next) => {
            setPlace(next);
            setChosen([]);
          }}
        />
      </div>
      <HandForm organ={organ} place={place} chosen={chosen} onDone={() => setChosen([])} />
      <DataTable
        caption="还没有移交的信息"
        pages={pages}
        columns={columns}
        keyOf={({ documentId }) => documentId}
        empty="公开的信息都已经移交。"
        selection={{
          columnWidth: '2.5rem',
          selectedRowKeys: [...chosen],
          getTitleCheckboxProps: () => ({ 'aria-label': '选择本页可以移交的信息' }),
          getCheckboxProps: (row) => ({ 'aria-label': `选择${row.title}`, disabled: !isFree(row) }),
          onChange: (keys) => setChosen(keys.map(String)),
        }}
        card={(row) => (
          <>
            <Checkbox
              checked={chosen.includes(row.documentId)}
              disabled={!isFree(row)}
              aria-label={`选择${row.title}`}
              onChange={({ target }) => set(row, target.checked)}
            />{' '}
            {name(row)}
            <p>
              {shownDate(row.createdOn)}生成，期限 <Due row={row} />
            </p>
          </>
        )}
      />
    </section>
  );
}
