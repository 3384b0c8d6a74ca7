import { messageRoutes } from '@zhaoshi/contract/routes/messages';
import { Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

interface Props {
  readonly message: {
    readonly regionId: string;
    readonly messageId: string;
    readonly title: string;
    readonly requestedAt: string;
  };
}

function Content({ message: { regionId, messageId } }: Props): ReactNode {
  const { data, error } = useRead(messageRoutes.readCaptured, { params: { regionId, messageId } });
  if (data === undefined) return error === null ? <Loading /> : <ProblemAlert error={error} />;
  return (
    <>
      <dl className="facts">
        <dt>收件地址</dt>
        <dd>{data.address}</dd>
        <dt>标题</dt>
        <dd>{data.subject}</dd>
      </dl>
      <div className="letter">
        <pre className="kept">{data.text}</pre>
      </div>
      <p className="quiet">没有配置这种方式的发送网关，以上内容没有发出，只留存在系统内。</p>
    </>
  );
}

/** A message that did not leave because no gateway is set up. */
export function CapturedMessage({ message }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const { title, requestedAt } = message;
  return (
    <>
      <Button
        size="small"
        aria-label={`阅读${shownMoment(requestedAt)}的${title}`}
        onClick={() => setOpen(true)}
      >
        阅读
      </Button>
      <Modal
        open={open}
        title={title}
        footer={null}
        width={640}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <Content message={message} />
      </Modal>
    </>
  );
}
