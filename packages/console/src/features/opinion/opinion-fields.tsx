import { OPINION_LEVEL_NAMES, OPINION_LEVELS, type OpinionLevel } from '@zhaoshi/domain/opinion/opinion';
import { Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { required } from '../../ui/required.ts';
import { momentOf } from './shown-opinion.ts';

const LEVELS = OPINION_LEVEL_NAMES.map((value) => ({ value, label: OPINION_LEVELS[value] }));

/** An address of the web, or nothing. */
export const WEB_LINK = [{ pattern: /^https?:\/\/[^\s<>"]+$/u, message: '应以 http:// 或者 https:// 开头' }];

/** What the fields hold; minutes are those of Beijing. */
export interface OpinionValues {
  readonly title: string;
  readonly level: OpinionLevel;
  readonly foundAt: string;
  readonly occurredAt: string;
  readonly platform: string;
  readonly link: string;
  readonly summary: string;
}

/** The fields as they are sent. */
export const sentFields = ({ foundAt, occurredAt, ...rest }: OpinionValues) => ({
  ...rest,
  foundAt: momentOf(foundAt) ?? foundAt,
  occurredAt: occurredAt === '' ? null : (momentOf(occurredAt) ?? occurredAt),
});

/** What is known of an event. */
export const OpinionFields = (): ReactNode => (
  <>
    <Form.Item
      name="title"
      label="什么事（一句话）"
      rules={required('请写明什么事')}
      extra="不写当事人的姓名等个人信息。"
    >
      <Input maxLength={200} autoComplete="off" placeholder="如：某路段积水、某小学食堂问题" />
    </Form.Item>
    <Form.Item name="level" label="级别">
      <Radio.Group className="choices" options={LEVELS} aria-label="级别" />
    </Form.Item>
    <Form.Item name="foundAt" label="发现时间（北京时间）" rules={required('请填写发现时间')}>
      <Input type="datetime-local" className="minute" />
    </Form.Item>
    <Form.Item name="occurredAt" label="事件发生时间（不清楚的留空，时限从发现起算）">
      <Input type="datetime-local" className="minute" />
    </Form.Item>
    <Form.Item name="platform" label="在哪里发现的">
      <Input maxLength={100} autoComplete="off" placeholder="如：微博、热线、当地论坛" />
    </Form.Item>
    <Form.Item name="link" label="链接（没有的留空）" rules={WEB_LINK}>
      <Input maxLength={1000} autoComplete="off" placeholder="https://" />
    </Form.Item>
    <Form.Item name="summary" label="摘要（可以不填）">
      <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 8 }} />
    </Form.Item>
  </>
);
