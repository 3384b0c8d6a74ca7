import { documentAttachmentRoutes as routes } from '@zhaoshi/contract/routes/document-attachments';
import { Button, Modal } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { addressOf } from '../../../app/api.ts';
import { useDraft } from '../../../app/use-draft.ts';
import { useChange, useRead } from '../../../app/use-route.ts';
import { Loading } from '../../../ui/loading.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import type { DrawnMark } from '../../../ui/redaction/marks.ts';
import { PICTURE_WIDTH } from '../../../ui/redaction/page-picture.tsx';
import type { TextSearch } from '../../../ui/redaction/proposals.tsx';
import { RedactionDesk } from '../../../ui/redaction/redaction-desk.tsx';

/** The ids of an attachment in the addresses of its routes. */
export interface AttachmentAddress {
  readonly regionId: string;
  readonly documentId: string;
  readonly fileId: string;
}

interface Drawn {
  readonly marks: readonly DrawnMark[];
}

const NOTHING: Drawn = { marks: [] };

/** Asks at once: what the scan and the patterns find is proposed without a word being typed. */
function useTextSearch(address: AttachmentAddress): TextSearch {
  const [asked, setAsked] = useState<readonly string[]>([]);
  const read = useRead(routes.findText, { params: address, body: { words: [...asked] } });
  return {
    asked,
    onAsk: setAsked,
    found: read.isPlaceholderData ? undefined : read.data,
    isLooking: read.isFetching,
    error: read.error,
  };
}

interface Props {
  readonly address: AttachmentAddress;
  readonly name: string;
  /** The redacted file is there, and what has to be looked at again. */
  readonly onMade: (fileId: string, warnings: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Has the redacted file made, which takes the place of the attachment. */
function MakeRedacted({
  address,
  marks,
  onMade,
}: Pick<Props, 'address' | 'onMade'> & { readonly marks: readonly DrawnMark[] }): ReactNode {
  const redact = useChange(routes.redact);
  const headingId = useId();
  const make = (): void => {
    const body = { marks: marks.map(({ markId: _, ...mark }) => mark) };
    redact.mutate(
      { request: { params: address, body } },
      { onSuccess: ({ fileId, warnings }) => onMade(fileId, warnings) },
    );
  };
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>替换附件</h2>
      <p className="quiet">
        每一页重新成像，方框下面的内容不再存在，生成后再检查一遍。原件留在机关内部，不公开；保存草稿后附件换成遮盖后的文件。
      </p>
      <ProblemAlert error={redact.error} title="没有生成遮盖后的附件" />
      <Button type="primary" disabled={marks.length === 0} loading={redact.isPending} onClick={make}>
        生成并替换附件
      </Button>
      {marks.length === 0 && <p className="quiet">请先画出要遮盖的部分。</p>}
      {redact.isPending && <p role="status">正在生成并核验，页数多的需要几分钟，请不要关闭本页。</p>}
    </section>
  );
}

function Desk({ address, onMade }: Pick<Props, 'address' | 'onMade'>): ReactNode {
  const draft = useDraft(
    `documentAttachment.redact/${address.fileId}`,
    { version: null },
    (): Drawn => NOTHING,
    { inWindow: true },
  );
  const [marks, setMarks] = useState(draft.values.marks);
  const search = useTextSearch(address);
  const pages = useRead(routes.pages, { params: address });
  if (pages.error !== null) return <ProblemAlert error={pages.error} title="附件的页面打不开" />;
  if (pages.data === undefined || pages.isPlaceholderData) return <Loading />;
  return (
    <RedactionDesk
      pages={pages.data.pages}
      pictureOf={(page) =>
        addressOf(routes.page.path, { params: { ...address, page }, query: { width: PICTURE_WIDTH } })
      }
      search={search}
      marks={marks}
      onMarks={(next) => {
        setMarks(next);
        draft.keep({ marks: next });
      }}
    >
      <MakeRedacted
        address={address}
        marks={marks}
        onMade={(fileId, warnings) => {
          draft.forget();
          onMade(fileId, warnings);
        }}
      />
    </RedactionDesk>
  );
}

/** The tool of released files on an attachment of a document (条例37 区分处理); what is drawn stays in this window. */
export function RedactAttachment({ address, name, onMade, onClose }: Props): ReactNode {
  return (
    <Modal
      open
      title={`遮盖附件“${name}”`}
      width="min(96rem, 100vw - 2rem)"
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Desk address={address} onMade={onMade} />
    </Modal>
  );
}
