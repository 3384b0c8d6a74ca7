import { workRecordRoutes } from '@zhaoshi/contract/routes/work-records';
import { isWebLink } from '@zhaoshi/domain/opinion/opinion-sheet';
import { App, Button, Radio } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { shownDate, shownMoment } from '../../app/moments.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { OwnTraining } from './shown-work.ts';
import './work-records.css';

function ownWords({ own, questions }: OwnTraining): string {
  if (own === null)
    return questions.length === 0 ? '还没有确认参加。' : `还没有确认参加，有 ${questions.length} 道测试题。`;
  const at = `${shownMoment(own.at)}确认参加`;
  if (own.rightAnswers === null) return `${at}。`;
  return `${at}，答对 ${own.rightAnswers} 题，${own.passed === true ? '合格' : '没有合格，可以重做'}。`;
}

/** Where the papers of a training lie. */
const Material = ({ material }: { readonly material: string }): ReactNode => (
  <p>
    {isWebLink(material) ? (
      <a href={material} target="_blank" rel="noreferrer noopener">
        打开学习材料
      </a>
    ) : (
      `学习材料：${material}`
    )}
  </p>
);

function Training({ training }: { readonly training: OwnTraining }): ReactNode {
  const headingId = useId();
  const { message } = App.useApp();
  const { regionId, recordId, organName, title, doneOn, questions, content, hours, material } = training;
  const [answers, setAnswers] = useState<Readonly<Record<number, number>>>({});
  const [isOpen, setOpen] = useState(false);
  const attend = useChange(workRecordRoutes.attend);
  const missing = questions.filter((_, index) => answers[index] === undefined).length;
  const submit = (): void =>
    attend.mutate(
      {
        request: {
          params: { regionId, recordId },
          // What was left open counts as wrong; no option has this number.
          body: { answers: questions.map((_, index) => answers[index] ?? 5) },
        },
      },
      {
        onSuccess: ({ right, of, passed, counts }) => {
          setOpen(false);
          void message.success(
            of === 0
              ? '已确认参加'
              : `答对 ${right} 题，共 ${of} 题，${passed ? '合格' : '没有合格'}${counts > right ? `；仍按最好的一次计：答对 ${counts} 题` : ''}`,
          );
        },
      },
    );
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>{title}</h2>
      <p className="quiet">
        {organName}，{shownDate(doneOn)}
        {content !== '' && `，${content}`}
        {hours !== null && `，${hours} 学时`}
      </p>
      {material !== '' && <Material material={material} />}
      <p>{ownWords(training)}</p>
      {isOpen && (training.own?.rightAnswers ?? null) !== null && (
        <p className="quiet">可以再答，按最好的一次计：答得不如以前的，以前的成绩不变。</p>
      )}
      {isOpen &&
        questions.map(({ question, options }, index) => (
          <fieldset key={question} className="quiz-question">
            <legend>
              {index + 1}．{question}
            </legend>
            <Radio.Group
              vertical
              options={options.map((label, value) => ({ label, value }))}
              value={answers[index] ?? null}
              onChange={({ target }) => setAnswers({ ...answers, [index]: Number(target.value) })}
            />
          </fieldset>
        ))}
      {questions.length > 0 && !isOpen && (
        <Button onClick={() => setOpen(true)}>{training.own === null ? '确认参加并作答' : '重新作答'}</Button>
      )}
      {(isOpen || (questions.length === 0 && training.own === null)) && (
        <Button type="primary" loading={attend.isPending} onClick={submit}>
          {questions.length === 0
            ? '确认参加'
            : missing === 0
              ? '提交'
              : `提交（还有 ${missing} 题没有作答）`}
        </Button>
      )}
      <ProblemAlert error={attend.error} />
    </section>
  );
}

/** What a person may learn: trainings of their organ and those above it. */
export function TrainingsPage(): ReactNode {
  const { data, error } = useRead(workRecordRoutes.trainings, {});
  return (
    <>
      <PageHeader />
      <ProblemAlert error={error} />
      {data === undefined && error === null && <Loading />}
      {data?.items.length === 0 && <p className="quiet">没有面向您所在机关的培训。</p>}
      {data?.items.map((training) => (
        <Training key={training.recordId} training={training} />
      ))}
    </>
  );
}
