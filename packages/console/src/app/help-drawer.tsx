import { inBookMarks } from '@zhaoshi/domain/kernel/book-marks';
import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import type { LawReference } from './law.ts';
import { usePageInfo } from './use-page-info.ts';

/** Words of an article stand as a quotation; a summary of ours says that it is one. */
function Rule({ rule }: { readonly rule: LawReference }): ReactNode {
  const source = `${inBookMarks(rule.source)}${rule.article}`;
  if ('text' in rule) {
    return (
      <blockquote>
        <p>“{rule.text}”</p>
        <footer>{source}</footer>
      </blockquote>
    );
  }
  return (
    <div className="gist">
      <p>{rule.gist}</p>
      <p className="quiet">{source}（大意，以原文为准）</p>
    </div>
  );
}

/** What one does on this page, answers to what people ask, and the articles it rests on. */
export default function HelpDrawer({ onClose }: { readonly onClose: () => void }): ReactNode {
  const info = usePageInfo();
  return (
    <Drawer
      open
      title={info === undefined ? '帮助' : `帮助：${info.title}`}
      size={420}
      onClose={onClose}
      className="help"
    >
      {info !== undefined && <p>{info.purpose}</p>}
      {info?.help?.map(({ question, answer }) => (
        <section key={question}>
          <h3>{question}</h3>
          <p>{answer}</p>
        </section>
      ))}
      {info !== undefined && info.law.length > 0 && (
        <section>
          <h3>本页依据</h3>
          {info.law.map((rule) => (
            <Rule key={rule.source + rule.article} rule={rule} />
          ))}
        </section>
      )}
    </Drawer>
  );
}
