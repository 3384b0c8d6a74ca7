import { SUPPLY_FORMS, SUPPLY_WAYS } from '@zhaoshi/domain/application/application-form';
import { Checkbox, Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';

const optionsOf = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).map(([value, label]) => ({ value, label }));

/** What is asked for and how it is to be supplied (条例29(2), (3)); nobody asks what for. */
export function IntakeContent(): ReactNode {
  return (
    <section className="card" aria-labelledby="intake-content">
      <h2 id="intake-content">三、申请内容和形式要求</h2>
      <Form.Item
        name={['form', 'description']}
        label="申请公开的信息"
        extra="照申请书填写：名称、文号或者便于查询的其他特征。不需要写用途。"
        // No limit on the field itself: a longer text that is pasted must not be cut off unseen.
        rules={[
          { required: true, whitespace: true, message: '请填写申请公开的信息' },
          { max: 4000, message: '申请公开的信息不超过 4000 字；更长的请概述，全文作为扫描件上传' },
        ]}
      >
        <Input.TextArea rows={5} />
      </Form.Item>
      <Form.Item
        name="summary"
        label="登记簿上的摘要"
        extra="不填的取申请内容的开头。摘要在登记簿中显示，请不要写入姓名、证件号码、电话。"
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={['form', 'supplyForm']}
        label="提供信息的形式"
        rules={[{ required: true, message: '请选择提供信息的形式' }]}
      >
        <Radio.Group className="choices" options={optionsOf(SUPPLY_FORMS)} />
      </Form.Item>
      <Form.Item
        name={['form', 'supplyWay']}
        label="获取信息的方式"
        rules={[{ required: true, message: '请选择获取信息的方式' }]}
      >
        <Radio.Group className="choices" options={optionsOf(SUPPLY_WAYS)} />
      </Form.Item>
      <Form.Item name={['form', 'acceptsOtherWay']} valuePropName="checked">
        <Checkbox>无法按指定方式提供的，申请人接受其他方式</Checkbox>
      </Form.Item>
      <Form.Item
        name={['form', 'helpNeeded']}
        label="需要的帮助"
        extra="申请人阅读困难或者有视听障碍的，写明需要怎样帮助，例如大字、朗读（条例第四十三条）。没有的不填。"
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </section>
  );
}
