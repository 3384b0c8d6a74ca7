import { DownloadOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import {
  annualReportDownloadRoutes,
  type ReportDownloadFormat,
} from '@zhaoshi/contract/routes/annual-report-downloads';
import { COPY_KINDS, copyOf } from '@zhaoshi/domain/annual-report/work/copy-mark';
import { isEditable } from '@zhaoshi/domain/annual-report/work/report-status';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useDownload } from '../../app/use-download.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownReport } from './shown-report.ts';
import { paramsOf } from './use-report-form.ts';
import './downloads.css';

interface Props {
  readonly shown: ShownReport;
}

type Submission = ShownReport['submissions'][number];

const FORMATS: Readonly<Record<ReportDownloadFormat, string>> = {
  docx: 'Word',
  pdf: 'PDF',
  xlsx: 'Excel',
  html: '网页',
  json: 'JSON',
};

const FORMAT_IDS = Object.keys(FORMATS) as readonly ReportDownloadFormat[];

interface CopyProps extends Props {
  readonly label: string;
  readonly note: string;
  /** `null`: as it stands now. */
  readonly submission: Submission | null;
}

/** One text of the report in every format, with the file from which it was entered. */
function Copy({ shown, label, note, submission }: CopyProps): ReactNode {
  const copy = useDownload(annualReportDownloadRoutes.copy);
  const original = useDownload(annualReportDownloadRoutes.original);
  const params = paramsOf(shown);
  const number = submission?.submission ?? null;
  const isBusy = copy.isPending || original.isPending;
  return (
    <li>
      <span>
        {label}
        <small className="quiet">{note}</small>
      </span>
      <span className="formats" role="group" aria-label={`下载${label}`}>
        {FORMAT_IDS.map((format) => (
          <Button
            key={format}
            size="small"
            disabled={isBusy}
            loading={copy.isPending && copy.variables.body.format === format}
            onClick={() => copy.mutate({ params, body: { submission: number, format } })}
          >
            {FORMATS[format]}
          </Button>
        ))}
        {submission?.hasOriginal === true && (
          <Button
            size="small"
            disabled={isBusy}
            onClick={() => original.mutate({ params, body: { submission: submission.submission } })}
          >
            录入的原件
          </Button>
        )}
      </span>
      <ProblemAlert error={copy.error ?? original.error} />
    </li>
  );
}

const frozenWords = ({ submission, edition, madeAt, origin }: Submission): string =>
  `第 ${submission} 次封存，第 ${edition} 版${origin === 'file' ? '，由文件录入' : ''}，${shownMoment(madeAt)}`;

/** What the leader reads before signing. */
function LeaderPackage({ shown }: Props): ReactNode {
  const download = useDownload(annualReportDownloadRoutes.leaderPackage);
  return (
    <li>
      <span>
        送签说明
        <small className="quiet">
          给签发的负责人看：主要数字和上年对比、变化、没有处理的校验结果、上年问题的整改、被纠正的案件、要签什么
        </small>
      </span>
      <Button
        icon={<DownloadOutlined aria-hidden />}
        loading={download.isPending}
        onClick={() => download.mutate({ params: paramsOf(shown) })}
      >
        下载送签说明
      </Button>
      <ProblemAlert error={download.error} />
    </li>
  );
}

/** Everything that can be taken away of a report: the text as it stands, what was frozen, the paper for the leader. */
export function DownloadsCard({ shown }: Props): ReactNode {
  const { status, submissions, frozenSha256, isOwn, abilities } = shown;
  const now = copyOf({ status, frozen: null, published: null }, null).kind;
  const isDraft = isEditable(status);
  const standing = isDraft
    ? undefined
    : submissions.find(({ contentSha256 }) => contentSha256 === frozenSha256);
  const others = submissions.filter((one) => one !== standing);
  return (
    <section className="card report-downloads" aria-labelledby="report-downloads">
      <h2 id="report-downloads">下载</h2>
      <p className="quiet">
        没有公布的文本，每一页都标明“不是公布的文本”；封存的带有表格数据校验值。下载的时间和人员记入审计。
      </p>
      <ul className="rows">
        <Copy
          shown={shown}
          label={COPY_KINDS[now]}
          note={
            standing === undefined ? (isDraft ? '已经保存的内容，数字是现在的' : '') : frozenWords(standing)
          }
          submission={standing ?? null}
        />
        {others.map((submission) => (
          <Copy
            key={submission.submission}
            shown={shown}
            label={COPY_KINDS[submission.copy]}
            note={frozenWords(submission)}
            submission={submission}
          />
        ))}
        <LeaderPackage shown={shown} />
      </ul>
      {isDraft && isOwn && abilities.includes('report.write') && (
        <p className="linked">
          在 Word 里改好的、以往写好的文件，可以<Link to="/annual-reports/import">读入并填入草稿</Link>。
        </p>
      )}
    </section>
  );
}
