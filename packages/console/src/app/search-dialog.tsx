import { Link } from '@tanstack/react-router';
import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { Input, Modal } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { type FoundThing, placeOf } from './places.ts';
import { useRead } from './use-route.ts';

const PAUSE_MS = 250;

const GROUPS: readonly (readonly [FoundThing['kind'], string])[] = [
  ['application', '依申请公开'],
  ['organ', '机关'],
  ['account', '账号'],
  ['document', '已公开的信息'],
];

/** What was typed, once the typing pauses. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}

function Found({ thing, onOpen }: { readonly thing: FoundThing; readonly onOpen: () => void }): ReactNode {
  const place = placeOf(thing);
  return (
    <li>
      <span>
        {place !== null && (
          <Link {...place} onClick={onOpen}>
            {thing.title}
          </Link>
        )}
        {place === null && thing.publicPath !== null && (
          <a href={thing.publicPath} target="_blank" rel="noreferrer">
            {thing.title}
            <span className="for-readers">（在新窗口打开公开网站）</span>
          </a>
        )}
        <small className="quiet">{thing.note}</small>
      </span>
    </li>
  );
}

/** The search; what is typed stays out of the address and the browser's history. */
export default function SearchDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [text, setText] = useState('');
  const question = usePaused(text.trim());
  const asked = question !== '';
  const { data, error, isFetching } = useRead(
    deskRoutes.search,
    { query: { q: question } },
    { enabled: asked },
  );
  const items = asked ? (data?.items ?? []) : [];
  return (
    <Modal open title="检索" footer={null} width={640} onCancel={onClose}>
      <Input
        aria-label="检索申请、机关、账号和已公开的信息"
        placeholder="登记号、申请内容、机关名称、账号、文件标题、文号"
        allowClear
        autoFocus
        maxLength={100}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <p className="search-count quiet" role="status">
        {asked &&
          !isFetching &&
          error === null &&
          (items.length === 0 ? '没有找到。' : `找到 ${items.length} 条。`)}
      </p>
      <ProblemAlert error={error} />
      {GROUPS.map(([kind, label]) => {
        const found = items.filter((thing) => thing.kind === kind);
        return found.length === 0 ? null : (
          <section key={kind} className="search-group">
            <h3>{label}</h3>
            <ul className="rows">
              {found.map((thing) => (
                <Found key={thing.id} thing={thing} onOpen={onClose} />
              ))}
            </ul>
          </section>
        );
      })}
    </Modal>
  );
}
