import { PlusOutlined } from '@ant-design/icons';
import { organRoutes } from '@zhaoshi/contract/routes/organs';
import { isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useChange } from '../../app/use-route.ts';
import { FormDialog } from './form-dialog.tsx';
import { DayField } from './new-organ-fields.tsx';
import { given, type ShownOrgan, today } from './shown-organ.ts';
import { SuccessionFields, type SuccessionValues, successionBody } from './succession-fields.tsx';
import { useOutcome } from './use-outcome.ts';

interface Values {
  readonly validTo: string;
  readonly successions?: readonly SuccessionValues[];
  readonly statement?: string;
}

function Successors({ organId }: { readonly organId: string }): ReactNode {
  return (
    <Form.List name="successions">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="part">
              <legend>承接机关 {name + 1}</legend>
              <SuccessionFields within={name} organId={organId} isPartial={false} />
              <Button onClick={() => remove(name)} aria-label={`去掉承接机关 ${name + 1}`}>
                去掉
              </Button>
            </fieldset>
          ))}
          <p>
            <Button
              icon={<PlusOutlined aria-hidden />}
              disabled={fields.length >= 20}
              onClick={() => add({})}
            >
              增加承接机关
            </Button>
          </p>
        </>
      )}
    </Form.List>
  );
}

/** Ends the organ on a day, with those that take over or a statement why nobody does. */
export function CloseOrgan({ organ, onClose }: { organ: ShownOrgan; onClose: () => void }): ReactNode {
  const { regionId, organId, name, kind, version } = organ;
  const [form] = Form.useForm<Values>();
  const watched = Form.useWatch([], form) as Partial<Values> | undefined;
  const close = useChange(organRoutes.close, { also: ['desk', 'session', 'reportingUnit'] });
  const outcome = useOutcome<ShownOrgan>(form, '已办理撤销', onClose);
  const heirs = (watched?.successions ?? []).flatMap((one) => one?.successor?.name ?? []);
  const day = watched?.validTo;
  const needsStatement = (watched?.successions ?? []).length === 0;
  const submit = ({ validTo, statement, successions = [] }: Values): void =>
    close.mutate(
      {
        request: {
          params: { regionId, organId },
          body: { validTo, statement: given(statement), successions: successions.map(successionBody) },
        },
        version,
      },
      outcome,
    );
  return (
    <FormDialog<Values>
      title={`撤销${name}`}
      confirm="撤销"
      grave
      form={form}
      initialValues={{ validTo: today(), successions: isOrganInLaw(kind) ? [{}] : [] }}
      running={close}
      onSubmit={submit}
      onClose={onClose}
      consequence={
        <>
          <p>
            {day === undefined || day === '' ? '自所填日期' : `自${shownDate(day)}`}起，{name}
            不再保留，其工作人员不能再以它的名义办理任何事项，也不再列入公开网站的机关名单。
            {heirs.length > 0 && `此后由${heirs.join('、')}承担公开责任和未办结的事项。`}
          </p>
          <p>
            撤销后不能恢复。已公开的信息、年度报告和办理记录都保留。它之下还有机关或村（居）的，须先移走或撤销。
          </p>
        </>
      }
    >
      <DayField name="validTo" label="不再保留的第一天" />
      {isOrganInLaw(kind) && <Successors organId={organId} />}
      <Form.Item
        name="statement"
        label="说明"
        extra={needsStatement ? '没有承接机关的，须写明原因。' : '可以不填。'}
        rules={needsStatement ? [{ required: true, whitespace: true, message: '请写明说明' }] : []}
      >
        <Input.TextArea maxLength={500} rows={2} className="growing" />
      </Form.Item>
    </FormDialog>
  );
}
