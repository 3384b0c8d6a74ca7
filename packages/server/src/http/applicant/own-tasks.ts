import type { ApplicationEvent } from '@zhaoshi/domain/application/act';
import { ACT_TEXTS } from '@zhaoshi/domain/application/act-texts';
import { toldDateText } from '@zhaoshi/domain/calendar/provisional-words';
import { type Fen, yuanText } from '@zhaoshi/domain/fee/tariff';
import { ACT_PAGES, type ApplicantAct } from '@zhaoshi/portal/applicant/acts';
import type { OwnTask } from '@zhaoshi/portal/applicant/own-case';
import { followActPath } from '@zhaoshi/portal/paths';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { openTexts, type ShownCase } from '../../use-cases/applications/show-case.ts';

/** The notice that an act of the applicant answers. */
const ANSWERS: Readonly<Partial<Record<ApplicantAct, ApplicationEvent['type']>>> = {
  acceptCorrection: 'noticeCorrection',
  recordReasons: 'requestReasons',
  reportPayment: 'noticeFee',
};

/** What the organ wrote in the notice that an act answers; nothing where it answers none. */
export function askedBy(shown: ShownCase, box: SecretBox, act: ApplicantAct): OwnTask['words'] {
  const type = ANSWERS[act];
  const notice = shown.events.findLast(({ event }) => event.type === type);
  if (type === undefined || type === 'register' || notice === undefined) return [];
  const texts = openTexts(box, notice.row);
  const written = Object.entries(ACT_TEXTS[type]).flatMap(([key, { title }]) => {
    const text = texts[key] ?? '';
    return text === '' ? [] : [{ name: title, text }];
  });
  const { fee } = shown.state;
  // Events keep amounts in 分.
  return act === 'reportPayment' && fee !== null
    ? [{ name: '应缴金额', text: `${yuanText(fee.amount as Fen)}元` }, ...written]
    : written;
}

const TITLES = {
  confirmReceipt: '请确认收到申请之日',
  acceptCorrection: '请补正申请内容',
  recordReasons: '请说明申请理由',
  reportPayment: '请缴纳信息处理费',
} as const satisfies Readonly<Partial<Record<ApplicantAct, string>>>;

/** What waits for the applicant, first of all on the page. */
export function tasksOf(shown: ShownCase, box: SecretBox, acts: readonly ApplicantAct[]): readonly OwnTask[] {
  const { waitsUntil } = shown.dates;
  const until = waitsUntil === null ? null : toldDateText(waitsUntil);
  const tasks = (Object.keys(TITLES) as (keyof typeof TITLES)[])
    .filter((act) => acts.includes(act))
    .map(
      (act): OwnTask => ({
        title: TITLES[act],
        words:
          act === 'confirmReceipt'
            ? ACT_PAGES[act].words.map((text) => ({ name: '说明', text }))
            : askedBy(shown, box, act),
        until,
        act: { act, path: followActPath(act) },
      }),
    );
  const isReported = shown.state.status === 'awaitingPayment' && shown.state.fee?.reportedOn != null;
  if (!isReported) return tasks;
  const words = askedBy(shown, box, 'reportPayment');
  return [...tasks, { title: '已告知缴费，等待机关核实', words, until, act: null }];
}
