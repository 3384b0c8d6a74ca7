import type { ApplicationEvent } from '../application/act.ts';
import type { ConsultationKind } from '../application/clock/clock-event.ts';
import { chineseDate } from '../kernel/chinese-date.ts';

const CONSULTED: Readonly<Record<ConsultationKind, string>> = {
  thirdPartyConsultation: '第三方',
  coMakerConsultation: '共同制作机关',
  organConsultation: '其他机关',
};

/** What one event adds to the course; nothing of what anybody answered, which is not for the applicant. */
function wordsOf(event: ApplicationEvent, events: readonly ApplicationEvent[], you: string): string {
  const on = chineseDate(event.on);
  switch (event.type) {
    case 'noticeCorrection':
      return `本机关于${on}告知${you}补正`;
    case 'acceptCorrection':
      return `${you}于${on}补正`;
    case 'approveExtension':
      return `本机关于${on}告知${you}延长答复期限${event.days}个工作日`;
    case 'sendConsultation':
      return `本机关于${on}书面征求${CONSULTED[event.kind]}的意见`;
    case 'endConsultation': {
      const sent = events.find(
        (one) => one.type === 'sendConsultation' && one.consultationId === event.consultationId,
      );
      const who = sent?.type === 'sendConsultation' ? CONSULTED[sent.kind] : '对方';
      return event.how === 'opinion' ? `于${on}收到${who}的意见` : `${who}截至${on}没有提出意见`;
    }
    case 'recordPayment':
      return `${you}于${on}缴纳信息处理费`;
    default:
      return '';
  }
}

/** 办理经过 of a case since it was registered or taken up again, for its reply; empty where there was none. */
export function courseWords(events: readonly ApplicationEvent[], you: string): string {
  const since = events.findLastIndex(({ type }) => type === 'reopen') + 1;
  const words = events
    .slice(since)
    .map((event) => wordsOf(event, events, you))
    .filter((text) => text !== '');
  return words.length === 0 ? '' : `${words.join('；')}。`;
}
