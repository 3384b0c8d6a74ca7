import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { rhythmRoutes } from '@zhaoshi/contract/routes/notices';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { App, Button, Form, Input, Modal, Select, Tag } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

type Shown = RouteOutput<typeof rhythmRoutes.ofYear>;
type Turn = Shown['turns'][number];
type DoneRecord = Turn['records'][number];

const STATES: Readonly<Record<Turn['state'], { readonly words: string; readonly color: string }>> = {
  done: { words: '已完成', color: 'success' },
  open: { words: '没有登记', color: 'default' },
  overdue: { words: '已过期限', color: 'error' },
  before: { words: '启用以前的，不追', color: 'default' },
};

/** Says that a turn was done. */
function RecordDialog({
  shown: { regionId, organId },
  turn: { item, title, period, dueOn },
  onClose,
}: {
  readonly shown: Shown;
  readonly turn: Turn;
  readonly onClose: () => void;
}): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ readonly doneOn: string; readonly note: string }>();
  const record = useChange(rhythmRoutes.record, { also: ['desk'] });
  const today = civilDateAt(new Date());
  return (
    <Modal
      open
      title={`${title}（${period}）`}
      okText="登记完成"
      cancelText="取消"
      confirmLoading={record.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ doneOn: today, note: '' }}
        onFinish={(values) =>
          record.mutate(
            { request: { params: { regionId, organId }, body: { item, turnOn: dueOn, ...values } } },
            {
              onSuccess: () => {
                void message.success(`已登记${period}`);
                onClose();
              },
              onError: (error) => showFieldErrors(form, error),
            },
          )
        }
      >
        <Form.Item
          name="doneOn"
          label="完成日期"
          rules={[{ required: true, message: '请填写完成日期' }]}
          extra={`计入${period}。过了期限才完成的，如实填写日期，不会算到以后去。`}
        >
          <Input type="date" max={today} />
        </Form.Item>
        <Form.Item name="note" label="说明（可以不填）">
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      </Form>
      <ProblemAlert error={record.error} />
    </Modal>
  );
}

/** Where the record of a register is. */
function RegisterLink({
  record: { source, regionId, recordId, title },
}: {
  readonly record: DoneRecord;
}): ReactNode {
  if (source === 'work')
    return (
      <>
        工作台账：
        <Link to="/work-records/$regionId/$recordId" params={{ regionId, recordId }}>
          {title}
        </Link>
      </>
    );
  if (source === 'assessment')
    return (
      <>
        考核：
        <Link to="/assessments/$regionId/$assessmentId" params={{ regionId, assessmentId: recordId }}>
          {title}
        </Link>
      </>
    );
  return (
    <>
      社会评议：
      <Link to="/surveys/$regionId/$surveyId" params={{ regionId, surveyId: recordId }}>
        {title}
      </Link>
    </>
  );
}

interface TurnProps {
  readonly shown: Shown;
  readonly turn: Turn;
}

/** The organ's own word, which it may take back. */
function SaidDone({ shown, turn, record }: TurnProps & { readonly record: DoneRecord }): ReactNode {
  const { message } = App.useApp();
  const remove = useChange(rhythmRoutes.remove, { also: ['desk'] });
  const { regionId, organId, abilities } = shown;
  const { item, title, period, dueOn } = turn;
  const { doneOn, title: note, by } = record;
  return (
    <>
      {shownDate(doneOn)}完成{doneOn > dueOn && '（晚于期限）'}
      {note !== '' && `：${note}`}（{by}登记）
      {abilities.includes('work.write') && (
        <Button
          type="link"
          size="small"
          aria-label={`取消登记：${title}（${period}）`}
          onClick={() =>
            remove.mutate(
              { request: { params: { regionId, organId }, body: { item, turnOn: dueOn, doneOn } } },
              { onSuccess: () => void message.success('已取消登记') },
            )
          }
        >
          取消登记
        </Button>
      )}
      <ProblemAlert error={remove.error} />
    </>
  );
}

function TurnRow({ shown, turn }: TurnProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { title, basis, isLocal, period, dueOn, state, records } = turn;
  return (
    <li>
      <span>
        {title} <Tag color={STATES[state].color}>{STATES[state].words}</Tag>
        {isLocal && (
          <>
            {' '}
            <Tag>各地做法</Tag>
          </>
        )}
        <small className="quiet">
          {period}，{shownDate(dueOn)}以前；{basis}
        </small>
        {records.map((record) => (
          <small key={`${record.source} ${record.recordId} ${record.doneOn}`} className="linked">
            {record.source === 'word' ? (
              <SaidDone shown={shown} turn={turn} record={record} />
            ) : (
              <>
                <RegisterLink record={record} />（{shownDate(record.doneOn)}）
              </>
            )}
          </small>
        ))}
      </span>
      {state !== 'done' && (
        <AbilityButton
          size="small"
          needs="work.write"
          abilities={shown.abilities}
          aria-label={`登记完成：${title}（${period}）`}
          onClick={() => setOpen(true)}
        >
          登记完成
        </AbilityButton>
      )}
      {isOpen && <RecordDialog shown={shown} turn={turn} onClose={() => setOpen(false)} />}
    </li>
  );
}

/** What comes round every year, of the organ that the person acts in. */
export function RhythmPage(): ReactNode {
  const { organ } = useSession();
  const search = useSearch({ from: '/frame/rhythm' });
  const navigate = useNavigate();
  const headingId = useId();
  const thisYear = yearOf(civilDateAt(new Date()));
  const year = search.year ?? thisYear;
  const { data, error } = useRead(
    rhythmRoutes.ofYear,
    {
      params: { regionId: organ?.regionId ?? '', organId: organ?.organId ?? '' },
      query: { year },
    },
    { enabled: organ !== null },
  );
  return (
    <>
      <PageHeader />
      <section className="card" aria-labelledby={headingId}>
        <div className="card-head">
          <h2 id={headingId}>
            {data?.organName ?? ''}
            {year}年
          </h2>
          <Select
            aria-label="年度"
            className="short-picker"
            options={[thisYear + 1, thisYear, thisYear - 1, thisYear - 2].map((value) => ({
              value,
              label: `${value}年`,
            }))}
            value={year}
            onChange={(chosen: number) => void navigate({ to: '/rhythm', search: { year: chosen } })}
          />
        </div>
        <ProblemAlert error={error} />
        {data === undefined && error === null && <Loading />}
        <ul className="rows">
          {data?.turns.map((turn) => (
            <TurnRow key={`${turn.item} ${turn.dueOn}`} shown={data} turn={turn} />
          ))}
        </ul>
      </section>
    </>
  );
}
