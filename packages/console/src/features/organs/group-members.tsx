import { PlusOutlined } from '@ant-design/icons';
import { GROUP_DUTIES, GROUP_DUTY_NAMES } from '@zhaoshi/domain/organ/leading-group';
import { Button, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { MoveButtons } from '../../ui/move-buttons.tsx';
import { required } from '../../ui/required.ts';
import type { MemberValues } from './group-values.ts';
import { today } from './shown-organ.ts';

const DUTY_OPTIONS = GROUP_DUTY_NAMES.map((value) => ({ value, label: GROUP_DUTIES[value] }));

interface RowProps {
  readonly name: number;
  readonly count: number;
  /** Already saved: leaves by a day, and is not deleted. */
  readonly isKnown: boolean;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
  readonly onChanged: () => void;
}

function MemberRow({ name, count, isKnown, onMove, onRemove, onChanged }: RowProps): ReactNode {
  const form = Form.useFormInstance();
  const person = Form.useWatch(['members', name, 'name'], form) as string | undefined;
  const who = person === undefined || person.trim() === '' ? `第 ${name + 1} 名成员` : person;
  return (
    <fieldset className="part member">
      <legend>{who}</legend>
      <div className="field-rows">
        <Form.Item name={[name, 'duty']} label="职责" rules={required('请选择职责')}>
          <Select options={DUTY_OPTIONS} className="short-picker" />
        </Form.Item>
        <Form.Item name={[name, 'name']} label="姓名" rules={required('请填写姓名')}>
          <Input maxLength={50} autoComplete="off" className="date" />
        </Form.Item>
        <Form.Item name={[name, 'post']} label="职务" className="grows" rules={required('请填写职务')}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name={[name, 'validFrom']} label="任职日期" rules={required('请填写任职日期')}>
          <Input type="date" className="date" />
        </Form.Item>
        <Form.Item name={[name, 'validTo']} label="离任日期（自该日起不再任职）">
          <Input type="date" className="date" />
        </Form.Item>
      </div>
      <div className="actions">
        <MoveButtons name={who} index={name} count={count} onMove={onMove} />
        {isKnown ? (
          <Button
            aria-label={`${who}今日离任`}
            onClick={() => {
              form.setFieldValue(['members', name, 'validTo'], today());
              // A value that a program sets is no change that the form tells of.
              onChanged();
            }}
          >
            今日离任
          </Button>
        ) : (
          <Button aria-label={`去掉${who}`} onClick={onRemove}>
            去掉
          </Button>
        )}
      </div>
    </fieldset>
  );
}

/** The members in their order. Who was saved once leaves by a day; only who was just added can be taken away. */
export function GroupMembers({
  known,
  onChanged,
}: {
  readonly known: readonly MemberValues[];
  readonly onChanged: () => void;
}): ReactNode {
  const form = Form.useFormInstance();
  const ids = new Set(known.map(({ memberId }) => memberId));
  return (
    <Form.List name="members">
      {(fields, { add, remove, move }) => (
        <>
          <h3 className="sub-heading">成员（按显示顺序）</h3>
          {fields.map(({ key, name }) => (
            <MemberRow
              key={key}
              name={name}
              count={fields.length}
              isKnown={ids.has(form.getFieldValue(['members', name, 'memberId']) as string)}
              onMove={(to) => move(name, to)}
              onRemove={() => remove(name)}
              onChanged={onChanged}
            />
          ))}
          <p>
            <Button
              icon={<PlusOutlined aria-hidden />}
              disabled={fields.length >= 60}
              onClick={() =>
                add({ memberId: null, name: '', post: '', duty: 'member', validFrom: today(), validTo: null })
              }
            >
              增加成员
            </Button>
          </p>
        </>
      )}
    </Form.List>
  );
}
