import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { noticeRoutes } from '@zhaoshi/contract/routes/notices';
import { NOTICE_DELIVERIES, type NoticeDelivery } from '@zhaoshi/domain/notification/notice-times';
import { App, Button, Form, Input, Radio } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { ConfirmChange } from '../../ui/confirm-change.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import './notices.css';

type Notices = RouteOutput<typeof noticeRoutes.read>;

const DELIVERIES = Object.entries(NOTICE_DELIVERIES).map(([value, label]) => ({ value, label }));

const TIME = [{ required: true, message: '请填写时间' }];

interface Values {
  readonly address: string;
  readonly mobile: string;
  readonly delivery: NoticeDelivery;
  readonly digestAt: string;
  readonly quietFrom: string;
  readonly quietUntil: string;
}

/** How the person is told outside the console. */
function Preference({ notices }: { readonly notices: Notices }): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const save = useChange(noticeRoutes.set);
  const delivery: unknown = Form.useWatch('delivery', form);
  const { feed: _feed, ...initial } = notices;
  const submit = ({ address, mobile, ...values }: Values): void =>
    save.mutate(
      { request: { body: { ...initial, ...values, address: address.trim(), mobile: mobile.trim() } } },
      {
        onSuccess: () => void message.success('已保存'),
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      className="narrow-form"
      requiredMark={false}
      initialValues={initial}
      onFinish={submit}
    >
      <Form.Item
        name="address"
        label="电子邮箱（可以不填）"
        rules={[{ type: 'email', message: '电子邮箱的格式不对，请核对' }]}
        extra="加密保存。邮件里只有事项、件数、日期和登记号，没有任何人的姓名。"
      >
        <Input maxLength={200} autoComplete="email" inputMode="email" />
      </Form.Item>
      <Form.Item
        name="mobile"
        label="手机号码（可以不填）"
        rules={[{ pattern: /^\s*(?:1[3-9]\d{9})?\s*$/, message: '手机号码应为11位数字，请核对' }]}
        extra="加密保存。短信里只有件数和最早的一件；两项都不填的，只在工作台提醒。"
      >
        <Input maxLength={20} autoComplete="tel-national" inputMode="tel" />
      </Form.Item>
      <Form.Item name="delivery" label="怎样送达">
        <Radio.Group options={DELIVERIES} aria-label="怎样送达" />
      </Form.Item>
      {delivery === 'daily' && (
        <Form.Item name="digestAt" label="每日汇总的时间" rules={TIME}>
          <Input type="time" className="time-of-day" />
        </Form.Item>
      )}
      <div className="quiet-hours">
        <Form.Item name="quietFrom" label="免打扰从" rules={TIME}>
          <Input type="time" className="time-of-day" />
        </Form.Item>
        <Form.Item name="quietUntil" label="到" rules={TIME}>
          <Input type="time" className="time-of-day" />
        </Form.Item>
      </div>
      <p className="quiet">
        免打扰时段里的提醒留到时段结束，合在一起发出；按小时计的政务舆情时限不受此限，随时提醒。两个时间相同就是没有免打扰。
      </p>
      <ProblemAlert error={save.error} />
      <Button htmlType="submit" type="primary" loading={save.isPending}>
        保存
      </Button>
    </Form>
  );
}

/** The calendar that the person subscribes to in a program of their own. */
function Feed({ feed }: Pick<Notices, 'feed'>): ReactNode {
  const { message } = App.useApp();
  const [path, setPath] = useState<string | null>(null);
  const [asking, setAsking] = useState<'make' | 'end' | null>(null);
  const make = useChange(noticeRoutes.makeFeed);
  const end = useChange(noticeRoutes.endFeed);
  const makeNow = (): void =>
    make.mutate(
      { request: {} },
      {
        onSuccess: (made) => {
          setAsking(null);
          setPath(made.path);
        },
      },
    );
  const endNow = (): void =>
    end.mutate(
      { request: {} },
      {
        onSuccess: () => {
          setAsking(null);
          setPath(null);
          void message.success('已停用');
        },
      },
    );
  const isMaking = asking === 'make';
  return (
    <>
      <p>
        把地址添加到手机、电脑的日历里，就能看到在您职责范围内将到期的事项。只有事项、件数和日期，没有任何人的姓名；职责变动、账号停用以后自动变化。
      </p>
      {feed === null ? (
        <p className="quiet">还没有订阅地址。</p>
      ) : (
        <p className="quiet">
          {shownMoment(feed.madeAt)}生成，
          {feed.readAt === null ? '还没有读取过' : `最近${shownMoment(feed.readAt)}读取`}。
        </p>
      )}
      {path !== null && (
        <div role="status">
          <p>地址只显示这一次，有了它就能看到您的日历，请不要转给别人：</p>
          <p className="feed-address">{`${window.location.origin}${path}`}</p>
        </div>
      )}
      <ProblemAlert error={feed === null ? make.error : null} />
      <p className="actions">
        <Button loading={make.isPending} onClick={() => (feed === null ? makeNow() : setAsking('make'))}>
          {feed === null ? '生成订阅地址' : '重新生成'}
        </Button>
        {feed !== null && <Button onClick={() => setAsking('end')}>停用</Button>}
      </p>
      <ConfirmChange
        open={asking !== null}
        title={isMaking ? '重新生成订阅地址' : '停用日历订阅'}
        confirm={isMaking ? '重新生成' : '停用'}
        grave
        busy={make.isPending || end.isPending}
        error={isMaking ? make.error : end.error}
        onCancel={() => setAsking(null)}
        onConfirm={isMaking ? makeNow : endNow}
      >
        <p>原来的地址立即作废，已经添加到日历里的不再更新。</p>
      </ConfirmChange>
    </>
  );
}

/** 日历订阅和提醒: how the person is told of what they have to do. */
export function Notices(): ReactNode {
  const noticesId = useId();
  const feedId = useId();
  const { data, error } = useRead(noticeRoutes.read, {});
  return (
    <section className="card" aria-labelledby={noticesId}>
      <h2 id={noticesId}>日历订阅和提醒</h2>
      <ProblemAlert error={error} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          <h3 id={feedId}>日历订阅</h3>
          <Feed feed={data.feed} />
          <h3>提醒</h3>
          <Preference notices={data} />
        </>
      )}
    </section>
  );
}
