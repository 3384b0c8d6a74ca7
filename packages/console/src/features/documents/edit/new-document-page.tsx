import { useNavigate } from '@tanstack/react-router';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { DOCUMENT_KINDS, type DocumentKind } from '@zhaoshi/domain/disclosure/document-kind';
import { MATTERS_OF_KIND } from '@zhaoshi/domain/disclosure/periods/matters';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { Button, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useSession } from '../../../app/session.ts';
import { useChange } from '../../../app/use-route.ts';
import { showFieldErrors } from '../../../ui/field-errors.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';

interface Values {
  readonly kind: DocumentKind;
  readonly title: string;
}

/** The two things a draft begins with; everything else, and these too, can be changed afterwards. */
function NewDocument(): ReactNode {
  const { organ } = useSession();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const create = useChange(documentRoutes.create, { also: ['desk'] });
  const submit = ({ kind, title }: Values): void => {
    if (organ === null) return;
    const { regionId, organId } = organ;
    const [matter = 'general'] = MATTERS_OF_KIND[kind];
    const content = { kind, title, matter, issuingOrgan: organ.name, createdOn: civilDateAt(new Date()) };
    create.mutate(
      { request: { params: { regionId, organId }, body: { content } } },
      {
        onSuccess: (made) => {
          void navigate({ to: '/documents/$regionId/$documentId/edit', params: made, replace: true });
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  };
  return (
    <section className="card">
      <ProblemAlert error={create.error} title="没有建立草稿" />
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'announcement', title: '' } satisfies Values}
        onFinish={submit}
      >
        <Form.Item
          name="kind"
          label="文件种类"
          extra="决定需要填写哪些公开信息，以及公开期限按哪一条计算；以后可以改。"
        >
          <Select<DocumentKind>
            className="picker"
            showSearch={{ optionFilterProp: 'label' }}
            options={Object.entries(DOCUMENT_KINDS).map(([value, label]) => ({
              value: value as DocumentKind,
              label,
            }))}
          />
        </Form.Item>
        <Form.Item name="title" label="标题" extra="可以先不填，粘贴正文以后再读出。">
          <Input maxLength={300} autoComplete="off" />
        </Form.Item>
        <p className="quiet">建立的是草稿，只有本机关的工作人员看得到；提交、审查、签发以后才会公开。</p>
        <p className="actions form-end">
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            开始起草
          </Button>
        </p>
      </Form>
    </section>
  );
}

/** Begins a document. */
export function NewDocumentPage(): ReactNode {
  return (
    <>
      <PageHeader />
      <NewDocument />
    </>
  );
}
