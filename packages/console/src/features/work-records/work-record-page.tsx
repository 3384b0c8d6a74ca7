import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { workRecordRoutes } from '@zhaoshi/contract/routes/work-records';
import { fieldsOf, WORK_KINDS } from '@zhaoshi/domain/work-register/work-kinds';
import { App, Button, Form, Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { shownDate, shownMoment } from '../../app/moments.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { HistoryCard, reasonWords } from '../../ui/history-card.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { required } from '../../ui/required.ts';
import { StaleDialog } from '../../ui/stale-dialog.tsx';
import { bodyOf, hrefOfFile, type ShownWork, valuesOf, type WorkValues } from './shown-work.ts';
import { WorkFields } from './work-fields.tsx';
import { StateMark } from './work-marks.tsx';
import './work-records.css';

interface Props {
  readonly shown: ShownWork;
}

function Facts({ shown }: Props): ReactNode {
  const { kind, plannedOn, doneOn, state, facts, organName, regionId, files } = shown;
  const { plannedLabel, doneLabel } = WORK_KINDS[kind];
  return (
    <dl className="facts">
      <dt>类别</dt>
      <dd>
        {WORK_KINDS[kind].title} <StateMark state={state} />
      </dd>
      <dt>机关</dt>
      <dd>{organName}</dd>
      <dt>{plannedLabel}</dt>
      <dd>{plannedOn === null ? '没有事先计划' : shownDate(plannedOn)}</dd>
      <dt>{doneLabel}</dt>
      <dd>{doneOn === null ? '还没有完成' : shownDate(doneOn)}</dd>
      {Object.entries(fieldsOf(kind)).map(([name, { label }]) => (
        <div key={name} className="fact">
          <dt>{label}</dt>
          <dd className="as-written">{facts[name] ?? <span className="quiet">没有填写</span>}</dd>
        </div>
      ))}
      <dt>证明材料</dt>
      <dd>
        {files.length === 0 ? (
          <span className="quiet">没有上传</span>
        ) : (
          <ul className="plain-list" aria-label="证明材料">
            {files.map((file) => (
              <li key={file.fileId}>
                <a href={hrefOfFile(regionId, file.fileId)} download>
                  {file.name}
                </a>
              </li>
            ))}
          </ul>
        )}
      </dd>
    </dl>
  );
}

const LABELS = { title: '标题', plannedOn: '计划日期', doneOn: '完成日期', facts: '情况' };

function Edit({ shown, onClose }: Props & { readonly onClose: () => void }): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<WorkValues>();
  const edit = useChange(workRecordRoutes.edit, { also: ['desk'] });
  const { regionId, organId, recordId, kind, version, doneOn } = shown;
  const save = (values: WorkValues, over: number): void =>
    edit.mutate(
      {
        request: {
          params: { regionId, recordId },
          body: { ...bodyOf(kind, values), reason: values.reason ?? '' },
        },
        version: over,
      },
      {
        onSuccess: () => {
          void message.success('已保存');
          onClose();
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  const values = (): WorkValues => form.getFieldsValue(true);
  return (
    <Form<WorkValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={valuesOf(shown)}
      onFinish={(sent) => save({ ...values(), ...sent }, version)}
    >
      <WorkFields kind={kind} owner={{ regionId, organId }} />
      {doneOn !== null && (
        <Form.Item name="reason" label="更正的理由" rules={required('已经完成的记录，更正请写明理由')}>
          <Input maxLength={500} autoComplete="off" />
        </Form.Item>
      )}
      <ProblemAlert error={edit.error} />
      <StaleDialog
        error={edit.error}
        mine={{ ...bodyOf(kind, values()) }}
        labels={LABELS}
        onResolve={(chosen, over) => save({ ...values(), ...(chosen as Partial<WorkValues>) }, over)}
        onCancel={() => edit.reset()}
      />
      <div className="form-submit">
        <Button type="primary" htmlType="submit" loading={edit.isPending}>
          保存
        </Button>{' '}
        <Button onClick={onClose}>取消</Button>
      </div>
    </Form>
  );
}

function Attendance({ shown: { attendance, quiz } }: Props): ReactNode {
  const headingId = useId();
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>在系统中确认参加的（{attendance.length} 人）</h2>
      {quiz.length > 0 && <p className="quiet">附测试题 {quiz.length} 题，答对六成为合格。</p>}
      {attendance.length === 0 ? (
        <p className="quiet">还没有人确认。本机关和下级机关的人员在“我的培训”里确认。</p>
      ) : (
        <ul className="rows">
          {attendance.map(({ name, organName, at, rightAnswers, passed }) => (
            <li key={`${name} ${at}`}>
              <span>
                {name}
                <small className="quiet">
                  {organName}，{shownMoment(at)}
                </small>
              </span>
              {rightAnswers !== null && (
                <span>
                  答对 {rightAnswers} 题，{passed === true ? '合格' : '没有合格'}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Remove({ shown: { regionId, recordId, version, abilities } }: Props): ReactNode {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const remove = useChange(workRecordRoutes.remove, { also: ['desk'] });
  const submit = (body: { readonly reason: string }): void =>
    remove.mutate(
      { request: { params: { regionId, recordId }, body }, version },
      {
        onSuccess: () => {
          void message.success('已注销');
          void navigate({ to: '/work-records' });
        },
      },
    );
  return (
    <>
      <AbilityButton needs="work.write" abilities={abilities} onClick={() => setOpen(true)}>
        注销记录
      </AbilityButton>
      {isOpen && (
        <ReasonDialog
          title="注销记录"
          verb="注销"
          words="登记错误的才注销：不再列入台账，也不再计入合计；登记和理由留存备查。"
          change={remove}
          onSubmit={submit}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function Shown({ shown }: Props): ReactNode {
  const headingId = useId();
  const [isEdited, setEdited] = useState(false);
  return (
    <>
      <section className="card" aria-labelledby={headingId}>
        <div className="card-head">
          <h2 id={headingId}>{shown.title}</h2>
          {!isEdited && (
            <AbilityButton needs="work.write" abilities={shown.abilities} onClick={() => setEdited(true)}>
              {shown.doneOn === null ? '填写完成情况' : '更正'}
            </AbilityButton>
          )}
        </div>
        {isEdited ? <Edit shown={shown} onClose={() => setEdited(false)} /> : <Facts shown={shown} />}
      </section>
      {shown.kind === 'training' && <Attendance shown={shown} />}
      <HistoryCard
        events={shown.history.map((event) => ({ ...event, beneath: reasonWords(event.reason) }))}
      />
    </>
  );
}

/** One record on its page. */
export function WorkRecordPage(): ReactNode {
  const params = useParams({ from: '/frame/work-records/$regionId/$recordId' });
  const { data, error, isPlaceholderData } = useRead(workRecordRoutes.read, { params });
  // While another record loads, the former one must not be taken for it.
  const shown = isPlaceholderData ? undefined : data;
  return (
    <>
      <PageHeader
        actions={
          <>
            {shown !== undefined && <Remove shown={shown} />}
            <Link to="/work-records">返回台账</Link>
          </>
        }
      />
      <ProblemAlert error={error} />
      {shown === undefined && error === null && <Loading />}
      {shown !== undefined && <Shown key={shown.recordId} shown={shown} />}
    </>
  );
}
