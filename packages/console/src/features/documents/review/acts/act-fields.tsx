import { DISCLOSURE_CLASSES } from '@zhaoshi/domain/disclosure/disclosure-class';
import {
  COORDINATION_RESULTS,
  DOCUMENT_ACT_TEXTS,
  type DocumentActType,
  LEAK_ANSWERS,
  LEAK_DUTIES,
  READING_PLACES,
  WITHDRAWAL_KINDS,
} from '@zhaoshi/domain/disclosure/document-act';
import { Checkbox, Form, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import type { ShownDocument } from '../../shown-document.ts';
import { SecrecyFields } from './secrecy-fields.tsx';

const REQUIRED = [{ required: true, message: '请选择' }];
const DAY = [{ required: true, message: '请填写日期' }];

const optionsOf = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).map(([value, label]) => ({ value, label }));

const CLASSES = Object.entries(DISCLOSURE_CLASSES).map(([value, { title, law }]) => ({
  value,
  label: `${title}（${law}）`,
}));

const YES_OR_NO = (yes: string, no: string) => [
  { value: true, label: yes },
  { value: false, label: no },
];

interface Props {
  readonly type: DocumentActType;
  readonly shown: ShownDocument;
}

/** What an act asks beside its words. */
export function OwnFields({ type, shown }: Props): ReactNode {
  switch (type) {
    case 'recordSecrecyReview':
      return <SecrecyFields />;
    case 'approve':
      return (
        <Form.Item name={['act', 'disclosureClass']} label="公开属性（签发人最终确定）" rules={REQUIRED}>
          <Radio.Group options={CLASSES} aria-label="公开属性" />
        </Form.Item>
      );
    case 'schedule':
      return (
        <Form.Item
          name={['act', 'minute']}
          label="公开的时间（北京时间，到分）"
          rules={[{ required: true, message: '请填写时间' }]}
        >
          <Input type="datetime-local" className="minute" />
        </Form.Item>
      );
    case 'withdraw':
      return (
        <>
          <Form.Item name={['act', 'kind']} label="撤回原因" rules={REQUIRED}>
            <Radio.Group className="choices" options={optionsOf(WITHDRAWAL_KINDS)} aria-label="撤回原因" />
          </Form.Item>
          <Form.Item name={['act', 'hidesExistence']} valuePropName="checked">
            <Checkbox>信息的存在本身就是秘密，原地址不显示公告</Checkbox>
          </Form.Item>
        </>
      );
    case 'followUpLeak':
      return (
        <>
          <Form.Item name={['act', 'duty']} label="登记哪一项" rules={REQUIRED}>
            <Radio.Group className="choices" options={optionsOf(LEAK_DUTIES)} aria-label="登记哪一项" />
          </Form.Item>
          <Form.Item name={['act', 'answer']} label="结果" rules={REQUIRED}>
            <Radio.Group options={optionsOf(LEAK_ANSWERS)} aria-label="结果" />
          </Form.Item>
          <Form.Item name={['act', 'on']} label="办理或者决定的日期" rules={DAY}>
            <Input type="date" className="minute" />
          </Form.Item>
        </>
      );
    case 'endCoordination':
      return (
        <>
          <Form.Item name={['act', 'coordinationId']} label="哪一次协商" rules={REQUIRED}>
            <Select
              options={shown.coordinations
                .filter(({ result }) => result === null)
                .map(({ coordinationId, organ, matter }) => ({
                  value: coordinationId,
                  label: `${organ}：${matter}`,
                }))}
            />
          </Form.Item>
          <Form.Item name={['act', 'result']} label="结果" rules={REQUIRED}>
            <Radio.Group className="choices" options={optionsOf(COORDINATION_RESULTS)} aria-label="结果" />
          </Form.Item>
        </>
      );
    case 'resolveReport':
      return (
        <Form.Item name={['act', 'mayBePublished']} label="确定的结果" rules={REQUIRED}>
          <Radio.Group options={YES_OR_NO('可以公开', '不得公开')} aria-label="确定的结果" />
        </Form.Item>
      );
    case 'reevaluate':
      return (
        <>
          <Form.Item name={['act', 'on']} label="评估日期" rules={DAY}>
            <Input type="date" className="minute" />
          </Form.Item>
          <Form.Item name={['act', 'keeps']} label="评估结果" rules={REQUIRED}>
            <Radio.Group
              options={YES_OR_NO('继续不主动公开', '情势已经变化，可以公开（随后发起修改）')}
              aria-label="评估结果"
            />
          </Form.Item>
        </>
      );
    case 'handOver':
      return (
        <>
          <Form.Item name={['act', 'place']} label="移交给" rules={REQUIRED}>
            <Radio.Group options={optionsOf(READING_PLACES)} aria-label="移交给" />
          </Form.Item>
          <Form.Item name={['act', 'on']} label="移交日期" rules={DAY}>
            <Input type="date" className="minute" />
          </Form.Item>
        </>
      );
    default:
      return null;
  }
}

/** The words of an act; the reason of being late only where it is late. */
export function TextFields({ type, shown: { deadline } }: Props): ReactNode {
  const isLate = deadline?.isLate === true;
  return Object.entries(DOCUMENT_ACT_TEXTS[type])
    .filter(([key]) => key !== 'lateReason' || isLate)
    .map(([key, { title, required, isPublic }]) => {
      const isNeeded = required || key === 'lateReason';
      return (
        <Form.Item
          key={key}
          name={['texts', key]}
          label={isNeeded ? title : `${title}（可不填）`}
          {...(isPublic === true && { extra: '公众可以看到，请不要写个人信息。' })}
          rules={[
            { required: isNeeded, whitespace: true, message: `请填写${title}` },
            { max: 4000, message: '不超过 4000 字' },
          ]}
        >
          <Input.TextArea rows={2} className="growing" />
        </Form.Item>
      );
    });
}
