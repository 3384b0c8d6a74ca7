import { statisticsNormativeRoutes } from '@zhaoshi/contract/routes/statistics-normative';
import { DOCUMENT_KINDS } from '@zhaoshi/domain/disclosure/document-kind';
import type { RegisterRow } from '@zhaoshi/domain/disclosure/validity/normative-register';
import { RECORDED_ENDS, type RecordedEndKind } from '@zhaoshi/domain/statistics/recorded-documents';
import { REGISTER_ROWS } from '@zhaoshi/domain/statistics/table-two';
import { App, Form, Input, Modal, Select } from 'antd';
import type { ReactNode } from 'react';
import { useChange } from '../../app/use-route.ts';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { required } from '../../ui/required.ts';
import type { RegisterItem, ShownRecord } from './register.ts';

/** A new record, one of a document that is on the platform, or one that is there. */
export type RecordSubject =
  | { readonly kind: 'new' }
  | { readonly kind: 'ofPublished'; readonly item: RegisterItem }
  | { readonly kind: 'edit'; readonly record: ShownRecord };

interface Values {
  readonly row: RegisterRow;
  readonly title: string;
  readonly documentNumber: string;
  readonly dateOfDocument: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly end: { readonly kind: RecordedEndKind | 'none'; readonly on?: string; readonly ground?: string };
}

const ROWS = REGISTER_ROWS.map((value) => ({ value, label: DOCUMENT_KINDS[value] }));
const ENDS = [
  { value: 'none', label: '没有废止、失效' },
  ...Object.entries(RECORDED_ENDS).map(([value, label]) => ({ value, label })),
];

const optional = (text: string | undefined): string | null =>
  text === undefined || text === '' ? null : text;

function initialOf(subject: RecordSubject): Partial<Values> {
  if (subject.kind === 'new') return { row: 'normativeDocument', end: { kind: 'none' } };
  const given = subject.kind === 'edit' ? subject.record : subject.item;
  const { row, title, documentNumber, dateOfDocument, validFrom, validTo } = given;
  const end = subject.kind === 'edit' ? subject.record.end : null;
  return {
    row,
    title,
    documentNumber,
    dateOfDocument,
    validFrom: validFrom ?? '',
    validTo: validTo ?? '',
    end: end ?? { kind: subject.kind === 'edit' ? 'none' : 'repealed' },
  };
}

const bodyOf = ({ end: { kind, on = '', ground = '' }, validFrom, validTo, ...rest }: Values) => ({
  ...rest,
  validFrom: optional(validFrom),
  validTo: optional(validTo),
  end: kind === 'none' ? null : { kind, on, ground },
});

const TITLES = { new: '登记以往文件', ofPublished: '登记废止、失效', edit: '修改登记' } as const;

/** What is published is not entered again: its fields are sent as they are. */
function DocumentFields({ hidden }: { readonly hidden: boolean }): ReactNode {
  return (
    <>
      <Form.Item name="row" label="类别" hidden={hidden}>
        <Select options={ROWS} />
      </Form.Item>
      <Form.Item name="title" label="文件名称" hidden={hidden} rules={required('请填写文件名称')}>
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
      <Form.Item name="documentNumber" label="发文字号" hidden={hidden} rules={required('请填写发文字号')}>
        <Input maxLength={100} autoComplete="off" placeholder="如：示政规〔2015〕3号" />
      </Form.Item>
      <Form.Item name="dateOfDocument" label="成文日期" hidden={hidden} rules={required('请填写成文日期')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="validFrom" label="施行日期（与成文日期相同的留空）" hidden={hidden}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="validTo" label="有效期至（没有规定有效期的留空）" hidden={hidden}>
        <Input type="date" />
      </Form.Item>
    </>
  );
}

function EndFields(): ReactNode {
  const kind = Form.useWatch(['end', 'kind']);
  return (
    <>
      <Form.Item name={['end', 'kind']} label="废止、失效">
        <Select options={ENDS} />
      </Form.Item>
      {kind !== 'none' && (
        <>
          <Form.Item name={['end', 'on']} label="从哪一天起不再有效" rules={required('请填写日期')}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name={['end', 'ground']} label="依据" rules={required('请写明依据')}>
            <Input
              maxLength={300}
              autoComplete="off"
              placeholder="如：示政发〔2026〕5号，规范性文件清理结果"
            />
          </Form.Item>
        </>
      )}
    </>
  );
}

interface Props {
  readonly organ: { readonly regionId: string; readonly organId: string };
  readonly subject: RecordSubject;
  readonly onClose: () => void;
}

/** Enters a document into the register by hand, or the end of one that was decided outside the platform. */
export function RecordDialog({ organ, subject, onClose }: Props): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const register = useChange(statisticsNormativeRoutes.register, { also: ['statistics'] });
  const edit = useChange(statisticsNormativeRoutes.edit, { also: ['statistics'] });
  const ended = {
    onSuccess: () => {
      void message.success('已登记');
      onClose();
    },
    onError: (error: Error) => showFieldErrors(form, error),
  };
  const submit = (values: Values): void => {
    const body = bodyOf(values);
    if (subject.kind !== 'edit') register.mutate({ request: { params: organ, body } }, ended);
    else {
      const { regionId, recordId, version } = subject.record;
      edit.mutate({ request: { params: { regionId, recordId }, body }, version }, ended);
    }
  };
  return (
    <Modal
      open
      title={TITLES[subject.kind]}
      okText="保存"
      cancelText="取消"
      confirmLoading={register.isPending || edit.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {subject.kind === 'ofPublished' && (
        <p>
          《{subject.item.title}》（{subject.item.documentNumber}
          ）由本平台发布。废止它的文件也在本平台发布的，不用在这里登记，在那份文件里写明关联即可。
        </p>
      )}
      <Form<Values>
        form={form}
        layout="vertical"
        className="record-form"
        requiredMark={false}
        initialValues={initialOf(subject)}
        onFinish={submit}
      >
        <DocumentFields hidden={subject.kind === 'ofPublished'} />
        <EndFields />
      </Form>
      <ProblemAlert error={register.error ?? edit.error} />
    </Modal>
  );
}
