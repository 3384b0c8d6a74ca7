import { Link } from '@tanstack/react-router';
import type { RouteRequest } from '@zhaoshi/contract/define-route';
import { signInRoutes } from '@zhaoshi/contract/routes/sign-in';
import { Button, Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useChange } from '../../app/use-route.ts';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { useLinkToken } from '../../ui/link-token.ts';
import { NewPasswordFields } from '../../ui/new-password-fields.tsx';
import { usePageTitle } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { required } from '../../ui/required.ts';
import { Entrance } from './entrance.tsx';

type SetUp = RouteRequest<typeof signInRoutes.setUp>['body'];
type Values = Omit<SetUp, 'token' | 'password'> & { readonly next: string };

/** First start of an empty installation: the government it serves and its first administrator. */
export function SetUpPage(): ReactNode {
  const token = useLinkToken();
  const [form] = Form.useForm<Values>();
  usePageTitle('首次设置');
  const setUp = useChange(signInRoutes.setUp);
  const submit = ({ region, governmentName, loginName, displayName, next }: Values): void =>
    setUp.mutate(
      { request: { body: { token, region, governmentName, loginName, displayName, password: next } } },
      { onError: (error) => showFieldErrors(form, error) },
    );
  if (setUp.isSuccess) {
    return (
      <Entrance>
        <section className="card">
          <h1>设置完成</h1>
          <p role="status">请用刚设立的系统管理员账号登录，按提示设置动态口令，再设立其他机关和账号。</p>
          <Link to="/sign-in">前往登录</Link>
        </section>
      </Entrance>
    );
  }
  return (
    <Entrance>
      <section className="card">
        <h1>首次设置</h1>
        <p className="quiet">设立本级政府和第一名系统管理员。系统管理员与审计员不得为同一人。</p>
        <ProblemAlert error={setUp.error} />
        <Form<Values>
          form={form}
          layout="vertical"
          requiredMark={false}
          disabled={setUp.isPending}
          initialValues={{ region: { level: 'county' } }}
          onFinish={submit}
        >
          <Form.Item name={['region', 'name']} label="行政区划名称" rules={required('请填写行政区划名称')}>
            <Input maxLength={50} autoFocus />
          </Form.Item>
          <Form.Item name={['region', 'level']} label="层级">
            <Radio.Group
              options={[
                { value: 'province', label: '省级' },
                { value: 'city', label: '市级' },
                { value: 'county', label: '县级' },
              ]}
            />
          </Form.Item>
          <Form.Item
            name={['region', 'slug']}
            label="网址简称"
            extra="公开网站地址中的一段，如 hedong；小写字母、数字和连字符，以字母开头。"
            rules={required('请填写网址简称')}
          >
            <Input maxLength={63} autoCapitalize="none" spellCheck={false} />
          </Form.Item>
          <Form.Item name="governmentName" label="政府全称" rules={required('请填写政府全称')}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="displayName" label="系统管理员姓名" rules={required('请填写姓名')}>
            <Input maxLength={50} autoComplete="name" />
          </Form.Item>
          <Form.Item name="loginName" label="系统管理员账号" rules={required('请填写账号')}>
            <Input maxLength={40} autoComplete="username" autoCapitalize="none" spellCheck={false} />
          </Form.Item>
          <NewPasswordFields rules={null} />
          <Button type="primary" htmlType="submit" block loading={setUp.isPending}>
            完成设置
          </Button>
        </Form>
      </section>
    </Entrance>
  );
}
