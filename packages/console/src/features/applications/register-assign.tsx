import { applicationAssignmentRoutes } from '@zhaoshi/contract/routes/application-assignment';
import { ROLES } from '@zhaoshi/domain/permission/roles';
import { Alert, Form, Modal, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../app/session.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { RegisterRow } from './shown-application.ts';

/** The cases that are ticked, by their ids. */
export type ChosenCases = ReadonlyMap<string, RegisterRow>;

interface DialogProps {
  readonly organ: { readonly regionId: string; readonly organId: string };
  readonly chosen: ChosenCases;
  readonly onClose: () => void;
  readonly onDone: (told: Told) => void;
}

interface Told {
  readonly assigned: number;
  readonly officer: string;
  readonly refused: readonly { readonly registrationNumber: string; readonly reason: string }[];
}

function AssignDialog({ organ, chosen, onClose, onDone }: DialogProps): ReactNode {
  const { regionId, organId } = organ;
  const [officerId, setOfficer] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const { data, isFetching } = useRead(applicationAssignmentRoutes.officers, {
    params: { regionId, organId },
  });
  const assign = useChange(applicationAssignmentRoutes.assignMany, { also: ['desk'] });
  const officers = data?.officers ?? [];
  const submit = (): void => {
    setMissing(officerId === null);
    if (officerId === null) return;
    const cases = [...chosen.values()].map(({ applicationId, version }) => ({ applicationId, version }));
    const officer = officers.find(({ accountId }) => accountId === officerId)?.displayName ?? '';
    assign.mutate(
      { request: { params: { regionId, organId }, body: { officerId, cases } } },
      { onSuccess: (answer) => onDone({ ...answer, officer }) },
    );
  };
  return (
    <Modal
      open
      title={`为 ${chosen.size} 件申请指定经办人`}
      okText="指定"
      cancelText="取消"
      confirmLoading={assign.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <p>
        {[...chosen.values()].map(({ registrationNumber }) => registrationNumber).join('、')}
        。已有经办人的改由所选人员经办。
      </p>
      <ProblemAlert error={assign.error} />
      <Form layout="vertical" requiredMark={false}>
        <Form.Item
          label="经办人"
          htmlFor="assign-officer"
          {...(isMissing && { validateStatus: 'error' as const, help: '请选择经办人' })}
        >
          <Select<string>
            id="assign-officer"
            className="picker"
            autoFocus
            loading={isFetching}
            placeholder="选择经办人"
            showSearch={{ optionFilterProp: 'label' }}
            value={officerId}
            options={officers.map(({ accountId, displayName, roles }) => ({
              value: accountId,
              label: displayName,
              note: roles.map((role) => ROLES[role]).join('、'),
            }))}
            optionRender={({ label, data: option }) => (
              <span className="option">
                {label}
                <small className="quiet">{option.note}</small>
              </span>
            )}
            notFoundContent={isFetching ? '正在载入……' : '本机关没有可以经办申请的人员。'}
            onChange={setOfficer}
          />
        </Form.Item>
      </Form>
      <p className="quiet">登记、审核、办理、答复、归档各环节应有人负责（条例第四十五条）。</p>
    </Modal>
  );
}

function Outcome({ told, onClose }: { readonly told: Told; readonly onClose: () => void }): ReactNode {
  const { assigned, officer, refused } = told;
  return (
    <Alert
      className="problem"
      type={refused.length === 0 ? 'success' : 'warning'}
      showIcon
      role="status"
      closable={{ closeIcon: true, onClose, 'aria-label': '关闭提示' }}
      title={`已指定${officer}经办 ${assigned} 件申请`}
      description={
        refused.length > 0 && (
          <>
            <p>以下 {refused.length} 件没有指定：</p>
            <ul>
              {refused.map(({ registrationNumber, reason }) => (
                <li key={registrationNumber}>
                  {registrationNumber}：{reason}
                </li>
              ))}
            </ul>
          </>
        )
      }
    />
  );
}

interface Props {
  readonly chosen: ChosenCases;
  readonly onClear: () => void;
}

/** Gives the ticked cases to one officer, and says which could not be given and why. */
export function RegisterAssign({ chosen, onClear }: Props): ReactNode {
  const { abilities, organ } = useSession();
  const [isOpen, setOpen] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  if (organ === null) return null;
  return (
    <>
      {told !== null && <Outcome told={told} onClose={() => setTold(null)} />}
      <p className="actions register-assign">
        <AbilityButton
          needs="application.assign"
          abilities={abilities}
          hindrance={chosen.size === 0 ? '请先勾选要指定经办人的申请。' : undefined}
          onClick={() => {
            setTold(null);
            setOpen(true);
          }}
        >
          指定经办人
        </AbilityButton>
        <span aria-live="polite" className="quiet">
          {chosen.size > 0 && `已选 ${chosen.size} 件`}
        </span>
      </p>
      {isOpen && (
        <AssignDialog
          organ={organ}
          chosen={chosen}
          onClose={() => setOpen(false)}
          onDone={(answer) => {
            setOpen(false);
            setTold(answer);
            onClear();
          }}
        />
      )}
    </>
  );
}
