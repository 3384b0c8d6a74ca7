import { PlusOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { accountsRoutes } from '@zhaoshi/contract/routes/accounts';
import type { Role } from '@zhaoshi/domain/permission/roles';
import { Button, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../app/session.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useChange } from '../../app/use-route.ts';
import { DraftGuard } from '../../ui/draft-guard.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import type { PickedOrgan } from '../../ui/organ-picker.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { MembershipFields } from './membership-fields.tsx';
import { OneTimeLink } from './one-time-link.tsx';
import type { ShownAccount } from './shown-account.ts';

const MOST_POSTS = 20;

interface Post {
  readonly organ?: PickedOrgan | null;
  readonly role?: Role;
}

interface Values {
  readonly displayName: string;
  readonly loginName: string;
  readonly memberships: readonly Post[];
}

/** What the server is sent; fields that are still empty have been refused by the form. */
const bodyOf = ({ displayName, loginName, memberships }: Values) => ({
  displayName,
  loginName,
  memberships: memberships.flatMap(({ organ, role }) =>
    organ == null || role === undefined ? [] : { regionId: organ.regionId, organId: organ.organId, role },
  ),
});

function Posts(): ReactNode {
  return (
    <Form.List name="memberships">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }, index) => (
            <fieldset key={key} className="part">
              <legend>任职 {index + 1}</legend>
              <MembershipFields path={name} />
              {fields.length > 1 && (
                <Button onClick={() => remove(name)} aria-label={`去掉任职 ${index + 1}`}>
                  去掉
                </Button>
              )}
            </fieldset>
          ))}
          {fields.length < MOST_POSTS && (
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
              再加一个任职
            </Button>
          )}
        </>
      )}
    </Form.List>
  );
}

/** The account is there; its first link, shown once. */
function Created({ account, onMore }: { account: ShownAccount; onMore: () => void }): ReactNode {
  const issue = useChange(accountsRoutes.resetPassword);
  const { accountId, displayName, loginName, version } = account;
  return (
    <section className="card" aria-labelledby="created-title">
      <h2 id="created-title">账号已建立</h2>
      <p role="status">
        {displayName}，账号 <b>{loginName}</b>。账号还没有密码，本人用一次性链接设置后才能登录。
      </p>
      <ProblemAlert error={issue.error} />
      {issue.data === undefined ? (
        <p>
          <Button
            type="primary"
            loading={issue.isPending}
            onClick={() => issue.mutate({ request: { params: { accountId } }, version })}
          >
            生成设置密码的链接
          </Button>
        </p>
      ) : (
        <OneTimeLink link={issue.data} name={displayName} />
      )}
      <p className="actions">
        <Link to="/accounts/$accountId" params={{ accountId }}>
          查看这个账号
        </Link>
        <Button onClick={onMore}>再建一个</Button>
      </p>
    </section>
  );
}

function NewAccountForm({ onCreated }: { readonly onCreated: (account: ShownAccount) => void }): ReactNode {
  const { organ } = useSession();
  const first: Post =
    organ === null ? {} : { organ: { regionId: organ.regionId, organId: organ.organId, name: organ.name } };
  const empty: Values = { displayName: '', loginName: '', memberships: [first] };
  const draft = useDraft('account.create', { version: null }, () => empty);
  const [form] = Form.useForm<Values>();
  const create = useChange(accountsRoutes.create);
  return (
    <section className="card narrow">
      <DraftGuard draft={draft} onDiscard={() => form.setFieldsValue(empty)} />
      <ProblemAlert error={create.error} />
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={create.isPending}
        initialValues={draft.values}
        onValuesChange={(_changed, all) => draft.keep(all)}
        onFinish={(values) =>
          create.mutate(
            { request: { body: bodyOf(values) } },
            {
              onSuccess: (account) => {
                draft.forget();
                onCreated(account);
              },
              onError: (error) => showFieldErrors(form, error),
            },
          )
        }
      >
        <Form.Item
          name="displayName"
          label="姓名"
          rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}
        >
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="loginName"
          label="账号"
          extra="3 至 40 位小写字母、数字、点、下划线或连字符，以字母或数字开头；建立后不能改。"
          rules={[{ required: true, whitespace: true, message: '请填写账号' }]}
        >
          <Input maxLength={40} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Posts />
        <p className="actions form-end">
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            建立账号
          </Button>
          <Link to="/accounts">返回账号列表</Link>
        </p>
      </Form>
    </section>
  );
}

/** Makes an account with its first roles, and gives out the link by which the person sets a password. */
export function NewAccountPage(): ReactNode {
  const [created, setCreated] = useState<ShownAccount | null>(null);
  return (
    <>
      <PageHeader />
      {created === null ? (
        <NewAccountForm onCreated={setCreated} />
      ) : (
        <Created account={created} onMore={() => setCreated(null)} />
      )}
    </>
  );
}
