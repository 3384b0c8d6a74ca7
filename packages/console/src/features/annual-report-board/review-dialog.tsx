import { Link } from '@tanstack/react-router';
import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { App, Button, Input, Modal } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useChange, useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { type BoardUnit, changeWords, daysWords } from './board-rows.ts';
import { useMarks } from './mark-picker.tsx';
import { placeless } from './marks.ts';

interface Props {
  readonly unit: BoardUnit;
  readonly reportYear: number;
  readonly onClose: () => void;
}

/** A report that was sent: what the check and last year say of it, and accepting it or sending it back with marks. */
export function ReviewDialog({ unit, reportYear, onClose }: Props): ReactNode {
  const params = { regionId: unit.regionId, organId: unit.organId, reportYear };
  const { data, error } = useRead(annualReportRoutes.read, { params });
  const receive = useChange(annualReportRoutes.receive, { also: ['annualReportBoard', 'desk'] });
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const reasonId = useId();
  const { picker, cells, passages } = useMarks(data, unit.changes);
  const marked = cells.length + passages.length;
  const others = data === undefined ? [] : placeless(data.findings);
  const done = (words: string) => ({
    onSuccess: () => {
      void message.success(`${unit.name}：${words}`);
      onClose();
    },
  });
  const hindranceOf = (type: 'accept' | 'returnForMending'): string | undefined => {
    const act = data?.acts.find((one) => one.type === type);
    if (act === undefined) return '报告现在的状态不能这样办理。';
    // What is asked for here is not missing yet.
    return type === 'returnForMending' || act.refusals.length === 0 ? undefined : act.refusals.join('');
  };
  const accept = (): void =>
    receive.mutate(
      {
        request: { params, body: { act: { type: 'accept', sha256: data?.frozenSha256 ?? '' }, texts: {} } },
        version: data?.version,
      },
      done('已审核接收'),
    );
  const giveBack = (): void =>
    receive.mutate(
      {
        request: {
          params,
          body: {
            act: { type: 'returnForMending', cells: [...cells], passages: [...passages] },
            texts: { reason },
          },
        },
        version: data?.version,
      },
      done('已退回更正'),
    );
  const abilities = data?.abilities ?? [];
  return (
    <Modal
      open
      width="44rem"
      title={`审核：${unit.name}${reportYear}年度报告`}
      onCancel={onClose}
      footer={
        <div className="actions">
          <AbilityButton
            danger
            needs="report.receive"
            abilities={abilities}
            hindrance={
              hindranceOf('returnForMending') ?? (reason.trim() === '' ? '请写明需要修改的问题。' : undefined)
            }
            loading={receive.isPending}
            onClick={giveBack}
          >
            退回更正{marked > 0 && `（标明 ${marked} 处）`}
          </AbilityButton>
          <AbilityButton
            type="primary"
            needs="report.receive"
            abilities={abilities}
            hindrance={hindranceOf('accept')}
            loading={receive.isPending}
            onClick={accept}
          >
            审核接收
          </AbilityButton>
          <Button onClick={onClose}>关闭</Button>
        </div>
      }
    >
      <ProblemAlert error={error ?? receive.error} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          <p>
            {daysWords(unit)}。
            {unit.alike !== null && `文字与${unit.alike.name}最相近（${unit.alike.percent}%）。`}
            {changeWords(unit).length > 0 && `较上年变化最大：${changeWords(unit).join('；')}。`}
            <Link
              to="/annual-reports/$regionId/$organId/$year"
              params={{ regionId: unit.regionId, organId: unit.organId, year: String(reportYear) }}
            >
              看报告全文
            </Link>
          </p>
          <h3>需要修改的地方（退回时勾选）</h3>
          {picker}
          {others.length > 0 && (
            <>
              <h3>校验对整份报告的说明</h3>
              <ul>
                {others.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </>
          )}
          <label htmlFor={reasonId}>需要修改的问题（退回时必填）</label>
          <Input.TextArea
            id={reasonId}
            rows={3}
            maxLength={4000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </>
      )}
    </Modal>
  );
}
