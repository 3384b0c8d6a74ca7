import { similarityPercent } from '@zhaoshi/domain/annual-report/compare/similarity';
import { overviewTopics } from '@zhaoshi/domain/annual-report/text/overview-topics';
import type { WrittenPart } from '@zhaoshi/domain/annual-report/work/report-draft';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { keyed } from '../../ui/keyed.ts';
import { isAnsweredIn } from './problem-answers.ts';
import type { ShownFinding, ShownReport } from './shown-report.ts';

interface Props {
  readonly part: WrittenPart;
  readonly shown: ShownReport;
  /** With its figures. */
  readonly paragraphs: readonly string[];
  readonly findings: readonly ShownFinding[];
}

const Paragraphs = ({ paragraphs }: Pick<Props, 'paragraphs'>): ReactNode =>
  keyed(paragraphs.map((paragraph) => <p>{paragraph}</p>));

/** The five topics that part one has to speak of (30号一（一）). */
function Topics({ paragraphs }: Pick<Props, 'paragraphs'>): ReactNode {
  return (
    <section aria-label="应写到的方面">
      <h3>应写到的方面</h3>
      <ul className="checklist">
        {overviewTopics(paragraphs.join('')).map(({ name, isThere }) => (
          <li key={name}>
            <Tag color={isThere ? 'success' : 'warning'}>{isThere ? '已写到' : '没有写到'}</Tag>
            {name}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The problems of last year's report, of each of which this one has to say what became of it (30号一（五）). */
function LastYearsProblems({ shown: { lastYear }, findings }: Pick<Props, 'shown' | 'findings'>): ReactNode {
  if (lastYear === null || lastYear.problems.length === 0) return null;
  return (
    <section aria-label="上年列出的问题">
      <h3>上年列出的问题，今年要写明整改情况</h3>
      <ul className="checklist">
        {lastYear.problems.map((problem) => {
          const isAnswered = isAnsweredIn(problem, findings);
          return (
            <li key={problem}>
              <Tag color={isAnswered ? 'success' : 'warning'}>{isAnswered ? '已写到' : '没有写到'}</Tag>
              {problem}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Beside a text: how it will read, what it has to say, and what last year's said. */
export function PartAside({ part, shown, paragraphs, findings }: Props): ReactNode {
  const before = shown.lastYear?.texts[part] ?? [];
  const similarity = similarityPercent(paragraphs.join('\n'), before.join('\n'));
  return (
    <div className="part-aside">
      {part === 's1' && <Topics paragraphs={paragraphs} />}
      {part === 's5' && <LastYearsProblems shown={shown} findings={findings} />}
      <details open>
        <summary>预览（数字已填入）</summary>
        <div className="part-text">
          {paragraphs.length === 0 ? (
            <p className="quiet">还没有文字。</p>
          ) : (
            <Paragraphs paragraphs={paragraphs} />
          )}
        </div>
      </details>
      {before.length > 0 && (
        <details>
          <summary>上年这一部分{paragraphs.length > 0 && `（与上年相似 ${similarity}%）`}</summary>
          <div className="part-text quiet">
            <Paragraphs paragraphs={before} />
          </div>
        </details>
      )}
    </div>
  );
}
