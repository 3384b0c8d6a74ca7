import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { usePageInfo } from './use-page-info.ts';

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
          {info.law.map(({ source, article, text }) => (
            <blockquote key={source + article}>
              <p>{text}</p>
              <footer>
                《{source}》{article}
              </footer>
            </blockquote>
          ))}
        </section>
      )}
    </Drawer>
  );
}
