import { applicationQueryCodeRoutes } from '@zhaoshi/contract/routes/application-query-code';
import { IDENTITY_CHECKS, type IdentityCheck } from '@zhaoshi/domain/application/identity-check';
import { Button, Form, Input, Modal, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownCase } from './shown-application.ts';
import '../../ui/receipt.css';

interface Props {
  readonly shown: ShownCase;
}

interface DialogProps extends Props {
  readonly onClose: () => void;
}

interface Checked {
  readonly check: IdentityCheck;
  readonly note: string;
}

interface Issued {
  readonly registrationNumber: string;
  readonly queryCode: string;
}

const CHECKS = Object.entries(IDENTITY_CHECKS).map(([value, label]) => ({ value, label }));

/** Whether the applicant has a code, and when it was issued anew before. */
function Earlier({ shown: { regionId, applicationId } }: Props): ReactNode {
  const { data } = useRead(applicationQueryCodeRoutes.queryCodeIssues, {
    params: { regionId, applicationId },
  });
  const issues = data?.issues ?? [];
  return (
    <>
      <p>
        {data?.hasCode === false
          ? '这件申请从旧登记簿转入，申请人还没有查询码。'
          : '发放以后，原来的查询码和正在进行的网上查询立即失效。'}
        发放前应当核对身份，以免他人看到申请人的信息。
      </p>
      {issues.length > 0 && (
        <ul className="quiet">
          {issues.map(({ issuedAt, issuedBy, check, note }) => (
            <li key={issuedAt}>
              {shownMoment(issuedAt)} {issuedBy}发放：{IDENTITY_CHECKS[check]}；{note}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function IssueForm({
  shown,
  onIssued,
  onClose,
}: DialogProps & { readonly onIssued: (issued: Issued) => void }): ReactNode {
  const { regionId, applicationId, version } = shown;
  const [form] = Form.useForm<Checked>();
  const issuing = useChange(applicationQueryCodeRoutes.issueQueryCode);
  const submit = ({ check, note }: Checked): void =>
    issuing.mutate(
      { request: { params: { regionId, applicationId }, body: { check, note } }, version },
      { onSuccess: onIssued, onError: (error) => showFieldErrors(form, error) },
    );
  return (
    <Form<Checked>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ note: '' }}
      scrollToFirstError={{ focus: true, block: 'center' }}
      onFinish={submit}
    >
      <Earlier shown={shown} />
      <Form.Item
        name="check"
        label="怎样核对身份"
        rules={[{ required: true, message: '请选择怎样核对了身份' }]}
      >
        <Radio.Group options={CHECKS} orientation="vertical" />
      </Form.Item>
      <Form.Item
        name="note"
        label="核对的情况"
        extra="写明核对了什么、由谁核对；不写证件号码。随查询码的发放留存。"
        rules={[{ required: true, whitespace: true, message: '请写明核对的情况' }]}
      >
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
      <ProblemAlert error={issuing.error} />
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={issuing.isPending}>
          发放查询码
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </Form>
  );
}

function Shown({ issued, onClose }: { readonly issued: Issued; readonly onClose: () => void }): ReactNode {
  return (
    <div role="status">
      <p>
        <b>查询码只显示这一次</b>
        ，请抄给申请人后再关闭。申请人在公开网站凭登记号和查询码查看办理情况。
      </p>
      <dl className="facts">
        <div className="fact">
          <dt>登记号</dt>
          <dd className="figures">{issued.registrationNumber}</dd>
        </div>
        <div className="fact">
          <dt>查询码</dt>
          <dd>
            <b className="query-code">{issued.queryCode}</b>
          </dd>
        </div>
      </dl>
      <div className="actions">
        <Button type="primary" onClick={onClose}>
          已交给申请人
        </Button>
      </div>
    </div>
  );
}

function IssueDialog({ shown, onClose }: DialogProps): ReactNode {
  const [issued, setIssued] = useState<Issued | null>(null);
  return (
    <Modal
      open
      title={issued === null ? '发放查询码' : '查询码已发放'}
      footer={null}
      // A click beside it must not lose a code that is shown once.
      mask={{ closable: issued === null }}
      onCancel={onClose}
    >
      {issued === null ? (
        <IssueForm shown={shown} onIssued={setIssued} onClose={onClose} />
      ) : (
        <Shown issued={issued} onClose={onClose} />
      )}
    </Modal>
  );
}

/** The way to give the applicant a query code: of an imported case there is none yet, and codes are lost. */
export function QueryCode({ shown }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <p className="actions">
      <AbilityButton
        needs="application.register"
        abilities={shown.abilities}
        size="small"
        onClick={() => setOpen(true)}
      >
        发放查询码
      </AbilityButton>
      <span className="quiet">申请人没有或者遗失了查询码的，核对身份后发放。</span>
      {isOpen && <IssueDialog shown={shown} onClose={() => setOpen(false)} />}
    </p>
  );
}
