import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';

const REQUIRED = [{ required: true, whitespace: true, message: '请填写' }];

/** A day as the browser's own date field gives it, which a keyboard fills fastest. */
function DateField({ name, label }: { readonly name: number | [number, string]; label: string }): ReactNode {
  return (
    <Form.Item name={name} rules={[{ required: true, message: '请填写日期' }]}>
      <Input type="date" aria-label={label} className="date" />
    </Form.Item>
  );
}

function RestPeriods({ notice }: { readonly notice: number }): ReactNode {
  return (
    <Form.List name={[notice, 'rest']}>
      {(fields, { add, remove }) => (
        <div role="group" aria-label="放假日期">
          <h3>放假（含首尾两日；其间的周末不必另列）</h3>
          {fields.map(({ key, name }, index) => (
            <div key={key} className="field-row">
              <Form.Item name={[name, 'name']} rules={REQUIRED}>
                <Input
                  aria-label={`第 ${index + 1} 段放假的名称`}
                  placeholder="节日"
                  maxLength={50}
                  className="date"
                />
              </Form.Item>
              <DateField name={[name, 'from']} label={`第 ${index + 1} 段放假从哪日`} />
              <span aria-hidden="true">至</span>
              <DateField name={[name, 'to']} label={`第 ${index + 1} 段放假到哪日`} />
              <Button onClick={() => remove(name)} aria-label={`去掉第 ${index + 1} 段放假`}>
                去掉
              </Button>
            </div>
          ))}
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
            加一段放假
          </Button>
        </div>
      )}
    </Form.List>
  );
}

function WorkDays({ notice }: { readonly notice: number }): ReactNode {
  return (
    <Form.List name={[notice, 'work']}>
      {(fields, { add, remove }) => (
        <div role="group" aria-label="调休上班日期">
          <h3>调休上班（周六、周日）</h3>
          <div className="field-rows">
            {fields.map(({ key, name }, index) => (
              <div key={key} className="field-row">
                <DateField name={name} label={`第 ${index + 1} 个调休上班日`} />
                <Button onClick={() => remove(name)} aria-label={`去掉第 ${index + 1} 个调休上班日`}>
                  去掉
                </Button>
              </div>
            ))}
          </div>
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => add('')}>
            加一个上班日
          </Button>
        </div>
      )}
    </Form.List>
  );
}

/** The notices of the year; a later one goes before an earlier one where both name a day. */
export function NoticeFields(): ReactNode {
  return (
    <Form.List name="notices">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }, index) => (
            <fieldset key={key} className="part">
              <legend>通知 {index + 1}</legend>
              <div className="field-row">
                <Form.Item name={[name, 'number']} label="文号" rules={REQUIRED} className="grows">
                  <Input maxLength={60} placeholder="国办发明电〔2026〕1号" />
                </Form.Item>
                <Form.Item
                  name={[name, 'publishedOn']}
                  label="公布日期"
                  rules={[{ required: true, message: '请填写日期' }]}
                >
                  <Input type="date" className="date" />
                </Form.Item>
              </div>
              <Form.Item name={[name, 'source']} label="来源（网址或出处）" rules={REQUIRED}>
                <Input maxLength={300} />
              </Form.Item>
              <RestPeriods notice={name} />
              <WorkDays notice={name} />
              <p className="part-end">
                <Button danger onClick={() => remove(name)} aria-label={`去掉这份通知：第 ${index + 1} 份`}>
                  去掉这份通知
                </Button>
              </p>
            </fieldset>
          ))}
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({ rest: [{}], work: [] })}>
            {fields.length === 0 ? '填写通知' : '加一份后来的通知'}
          </Button>
        </>
      )}
    </Form.List>
  );
}

/** Days of rest that the local government sets for its own area (放假办法4). */
export function RegionalFields(): ReactNode {
  return (
    <Form.List name="regionalHolidays">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }, index) => (
            <div key={key} className="field-row">
              <DateField name={[name, 'date']} label={`第 ${index + 1} 个地方放假日`} />
              <Form.Item name={[name, 'name']} rules={REQUIRED}>
                <Input
                  aria-label={`第 ${index + 1} 个地方放假日的名称`}
                  placeholder="节日"
                  maxLength={50}
                  className="date"
                />
              </Form.Item>
              <Form.Item name={[name, 'source']} rules={REQUIRED} className="grows">
                <Input
                  aria-label={`第 ${index + 1} 个地方放假日的依据`}
                  placeholder="规定的文号"
                  maxLength={200}
                />
              </Form.Item>
              <Button onClick={() => remove(name)} aria-label={`去掉第 ${index + 1} 个地方放假日`}>
                去掉
              </Button>
            </div>
          ))}
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
            加一个地方放假日
          </Button>
        </>
      )}
    </Form.List>
  );
}
