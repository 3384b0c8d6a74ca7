import { COORDINATION_RESULTS } from '@zhaoshi/domain/disclosure/document-act';
import { SECRECY_ANSWERS } from '@zhaoshi/domain/disclosure/document-event-words';
import {
  SECRECY_CONCLUSIONS,
  SECRECY_QUESTION_IDS,
  SECRECY_QUESTIONS,
} from '@zhaoshi/domain/disclosure/secrecy-review';
import { Alert, Tag } from 'antd';
import type { ReactNode } from 'react';
import type { ShownDocument } from '../shown-document.ts';
import { FindingsCard } from './findings-card.tsx';

interface Props {
  readonly shown: ShownDocument;
}

/** The record of the secrecy review of the version, question by question. */
function SecrecyCard({ shown: { secrecyReview, revision, history } }: Props): ReactNode {
  const record = history.findLast(({ type }) => type === 'recordSecrecyReview');
  return (
    <section className="card" aria-labelledby="document-secrecy">
      <h2 id="document-secrecy">保密审查记录</h2>
      {secrecyReview === null ? (
        <p className="quiet">这一稿还没有保密审查记录。每一稿都要重新审查（一事一审）。</p>
      ) : (
        <>
          {secrecyReview.sha256 !== revision?.sha256 && (
            <Alert
              className="problem"
              type="warning"
              showIcon
              role="status"
              title="这份记录审查的是以前的一稿，内容变过以后须重新审查"
            />
          )}
          <div className="table-scroll" role="region" aria-label="逐项审查" tabIndex={0}>
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">审查的问题</th>
                  <th scope="col">回答</th>
                </tr>
              </thead>
              <tbody>
                {SECRECY_QUESTION_IDS.map((question) => (
                  <tr key={question}>
                    <th scope="row">{SECRECY_QUESTIONS[question]}</th>
                    <td className={secrecyReview.answers[question] === 'yes' ? 'late' : undefined}>
                      {SECRECY_ANSWERS[secrecyReview.answers[question]]}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p>
            结论：<b>{SECRECY_CONCLUSIONS[secrecyReview.conclusion]}</b>
          </p>
          <p>审查依据和理由：{record?.texts['basis']}</p>
          <p className="quiet">审查人：{record?.by}</p>
        </>
      )}
    </section>
  );
}

/** Talks with other organs about the version (条例11). */
function CoordinationCard({ shown: { coordinations } }: Props): ReactNode {
  return (
    <section className="card" aria-labelledby="document-coordination">
      <h2 id="document-coordination">与其他机关协商</h2>
      {coordinations.length === 0 ? (
        <p className="quiet">没有。涉及其他机关的信息，公开前应当协商、确认（条例第十一条）。</p>
      ) : (
        <ul className="rows">
          {coordinations.map(({ coordinationId, organ, matter, result }) => (
            <li key={coordinationId}>
              <span>
                {organ}
                <small className="quiet">{matter}</small>
              </span>
              <Tag color={result === null ? 'processing' : 'default'}>
                {result === null ? '等待意见' : COORDINATION_RESULTS[result]}
              </Tag>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Everything that speaks for or against publication of the version. */
export const ReviewCard = ({ shown }: Props): ReactNode => (
  <>
    <FindingsCard shown={shown} />
    <SecrecyCard shown={shown} />
    <CoordinationCard shown={shown} />
  </>
);
