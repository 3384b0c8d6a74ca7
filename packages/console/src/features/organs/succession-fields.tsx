import { isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { OrganPicker, type PickedOrgan } from '../../ui/organ-picker.tsx';
import { given } from './shown-organ.ts';

export interface SuccessionValues {
  readonly successor?: PickedOrgan | null;
  readonly matters?: string;
  readonly documentNumber?: string;
}

/** What is sent for a succession. */
export const successionBody = ({ successor, matters, documentNumber }: SuccessionValues) => ({
  successor: { regionId: successor?.regionId ?? '', organId: successor?.organId ?? '' },
  matters: given(matters),
  documentNumber: given(documentNumber),
});

interface Props {
  /** The place of the fields in their form. */
  readonly within?: number;
  /** Whose powers go over. */
  readonly organId: string;
  /** Parts only: the matters have to be named. */
  readonly isPartial: boolean;
}

/** Who takes over, what, and by which document. */
export function SuccessionFields({ within, organId, isPartial }: Props): ReactNode {
  const at = (name: keyof SuccessionValues) => (within === undefined ? name : [within, name]);
  return (
    <>
      <Form.Item
        name={at('successor')}
        label="承接机关"
        rules={[{ required: true, message: '请选择承接机关' }]}
      >
        <OrganPicker
          needs="organ.manage"
          placeholder="输入名称的一部分"
          only={(one) => one.organId !== organId && isOrganInLaw(one.kind)}
        />
      </Form.Item>
      <Form.Item
        name={at('matters')}
        label="承接的事项"
        extra={isPartial ? undefined : '承接全部职权的，不填。'}
        rules={isPartial ? [{ required: true, whitespace: true, message: '请写明承接的事项' }] : []}
      >
        <Input maxLength={1000} autoComplete="off" />
      </Form.Item>
      <Form.Item name={at('documentNumber')} label="依据的文件">
        <Input maxLength={60} autoComplete="off" placeholder="发文字号" />
      </Form.Item>
    </>
  );
}
