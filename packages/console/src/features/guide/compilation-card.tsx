import { DownloadOutlined } from '@ant-design/icons';
import { guideRoutes } from '@zhaoshi/contract/routes/guide';
import { DOCUMENT_KINDS, type DocumentKind } from '@zhaoshi/domain/disclosure/document-kind';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useDownload } from '../../app/use-download.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

interface Props {
  readonly organ: { readonly regionId: string; readonly organId: string };
}

interface Values {
  readonly kinds: DocumentKind[];
  readonly publishedFrom?: string;
  readonly publishedTo?: string;
  readonly onlyInForce: boolean;
}

const OPTIONS = Object.entries(DOCUMENT_KINDS).map(([value, label]) => ({
  value: value as DocumentKind,
  label,
}));

const given = (name: 'publishedFrom' | 'publishedTo', value: string | undefined) =>
  value === undefined || value === '' ? {} : { [name]: value };

/** Downloads of what is public: the directory of 条例12, and rules in one file. */
export function CompilationCard({ organ }: Props): ReactNode {
  const directory = useDownload(guideRoutes.directory);
  const compilation = useDownload(guideRoutes.compilation);
  const submit = ({ kinds, onlyInForce, publishedFrom, publishedTo }: Values): void =>
    compilation.mutate({
      params: organ,
      body: {
        kinds,
        onlyInForce,
        ...given('publishedFrom', publishedFrom),
        ...given('publishedTo', publishedTo),
      },
    });
  return (
    <section className="card" aria-labelledby="guide-downloads">
      <h2 id="guide-downloads">目录和汇编</h2>
      <p>政府信息公开目录：已公开文件的索引号、名称、内容概述、生成日期。</p>
      <Button
        icon={<DownloadOutlined aria-hidden />}
        loading={directory.isPending}
        onClick={() => directory.mutate({ params: organ })}
      >
        下载公开目录
      </Button>
      <ProblemAlert error={directory.error} />
      <h3>制度文件汇编</h3>
      <Form<Values>
        layout="vertical"
        initialValues={{ kinds: ['rules', 'normativeDocument'], onlyInForce: true }}
        onFinish={submit}
      >
        <Form.Item name="kinds" label="文件种类" rules={[{ required: true, message: '请至少选一种' }]}>
          <Select<DocumentKind[]> mode="multiple" className="picker" options={OPTIONS} />
        </Form.Item>
        <Form.Item name="publishedFrom" label="公开日期从（可以不填）">
          <Input type="date" className="date" />
        </Form.Item>
        <Form.Item name="publishedTo" label="到（可以不填）">
          <Input type="date" className="date" />
        </Form.Item>
        <Form.Item name="onlyInForce" valuePropName="checked">
          <Checkbox>只要现行有效的</Checkbox>
        </Form.Item>
        <Button htmlType="submit" icon={<DownloadOutlined aria-hidden />} loading={compilation.isPending}>
          下载汇编
        </Button>
      </Form>
      <ProblemAlert error={compilation.error} />
    </section>
  );
}
