import type { ApplicationEvent } from '@zhaoshi/domain/application/act';
import { ACT_TEXTS } from '@zhaoshi/domain/application/act-texts';
import { toldDateText } from '@zhaoshi/domain/calendar/provisional-words';
import { type Fen, yuanText } from '@zhaoshi/domain/fee/tariff';
import { inBookMarks } from '@zhaoshi/domain/kernel/book-marks';
import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import { ACT_PAGES, type ApplicantAct } from '@zhaoshi/portal/applicant/acts';
import type { OwnTask } from '@zhaoshi/portal/applicant/own-case';
import { followActPath } from '@zhaoshi/portal/paths';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { openLetter } from '../../use-cases/applications/letter-seal.ts';
import { openTexts, type ShownCase } from '../../use-cases/applications/show-case.ts';

/** The notice that an act of the applicant answers. */
const ANSWERS: Readonly<Partial<Record<ApplicantAct, ApplicationEvent['type']>>> = {
  acceptCorrection: 'noticeCorrection',
  offerCorrection: 'noticeCorrection',
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
  const { waitsUntil } = shown.dates;
  if (act === 'offerCorrection' && waitsUntil !== null) {
    const text = `补正期限已于${chineseDate(waitsUntil.date)}届满，本件还没有办结。${ACT_PAGES[act].words.join('')}`;
    return [{ name: '期限已过', text }, ...written];
  }
  const { fee } = shown.state;
  // Events keep amounts in 分.
  return act === 'reportPayment' && fee !== null
    ? [{ name: '应缴金额', text: `${yuanText(fee.amount as Fen)}元` }, ...written]
    : written;
}

const TITLES = {
  confirmReceipt: '请确认收到申请之日',
  acceptCorrection: '请补正申请内容',
  offerCorrection: '补正期限已过，可以说明原因后提交补正',
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
        until: act === 'offerCorrection' ? null : until,
        act: { act, path: followActPath(act) },
      }),
    );
  return [...tasks, ...waitingTasks(shown, box, until)];
}

const OFFERED =
  '接受的，答复期限从您提交的次日起重新计算20个工作日；不接受的，视为放弃申请，机关不再处理，并书面告知（条例第三十条）。';

/** What the applicant has done and the organ has not answered. */
function waitingTasks(shown: ShownCase, box: SecretBox, until: string | null): readonly OwnTask[] {
  const { status, fee, lateCorrectionOn } = shown.state;
  if (status === 'awaitingPayment' && fee?.reportedOn != null) {
    const words = askedBy(shown, box, 'reportPayment');
    return [{ title: '已告知缴费，等待机关核实', words, until, act: null }];
  }
  if (status !== 'awaitingCorrection' || lateCorrectionOn === null) return [];
  const text = `您于${chineseDate(lateCorrectionOn)}在补正期限已过以后提交了补正，由机关决定是否接受。${OFFERED}`;
  return [{ title: '已逾期提交补正，等待机关决定', words: [{ name: '说明', text }], until: null, act: null }];
}

const TAKING =
  '机关已经作出这份文书。您可以现在在网上接收并查看，接收之日为送达之日；没有在网上接收的，机关用其他方式送达，送达以后也可以在本页查看。';

/** Letters that can be taken here. */
export const letterTasks = (letters: ShownCase['letters'], box: SecretBox): readonly OwnTask[] =>
  letters.map((row) => ({
    title: `请接收${inBookMarks(openLetter(box, row).title)}`,
    words: [{ name: '说明', text: TAKING }],
    until: null,
    act: { act: 'receiveLetter', path: `${followActPath('receiveLetter')}?letter=${row.letter_id}` },
  }));
