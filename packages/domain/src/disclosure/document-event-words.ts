import type { ContentWords } from './compare/content-words.ts';
import { DISCLOSURE_CLASSES } from './disclosure-class.ts';
import {
  COORDINATION_RESULTS,
  type DocumentEvent,
  LEAK_ANSWERS,
  LEAK_DUTIES,
  READING_PLACES,
  WITHDRAWAL_KINDS,
} from './document-act.ts';
import { SCAN_KINDS } from './scan/finding.ts';
import { SECRECY_CONCLUSIONS, SECRECY_QUESTION_IDS, SECRECY_QUESTIONS } from './secrecy-review.ts';

/** Answers to the questions of a secrecy review. */
export const SECRECY_ANSWERS = { no: '没有', removed: '原来有，已经删减', yes: '有' } as const;

/** The title of a finding's kind out of its key, which begins with it; of a file's finding after the file. */
function findingTitle(key: string): string {
  const kind = Object.entries(SCAN_KINDS).find(([name]) => key.split(/[:/]/).includes(name));
  return kind?.[1].title ?? '扫描发现的内容';
}

/** What an event says beside the words that were written with it; names nobody and quotes no content. */
export function documentEventWords(event: DocumentEvent): readonly ContentWords[] {
  switch (event.type) {
    case 'submit':
    case 'publishUrgently':
      return [
        { label: '版本', words: `提交的第${event.revision.number}稿` },
        { label: '公开属性', words: DISCLOSURE_CLASSES[event.revision.disclosureClass].title },
      ];
    case 'recordSecrecyReview':
      return [
        { label: '结论', words: SECRECY_CONCLUSIONS[event.conclusion] },
        ...SECRECY_QUESTION_IDS.filter((question) => event.answers[question] !== 'no').map((question) => ({
          label: SECRECY_QUESTIONS[question],
          words: SECRECY_ANSWERS[event.answers[question]],
        })),
      ];
    case 'justifyFinding':
      return [{ label: '内容', words: findingTitle(event.finding) }];
    case 'endCoordination':
      return [{ label: '结果', words: COORDINATION_RESULTS[event.result] }];
    case 'resolveReport':
      return [{ label: '结果', words: event.mayBePublished ? '可以公开' : '不得公开' }];
    case 'approve':
      return [{ label: '公开属性', words: DISCLOSURE_CLASSES[event.disclosureClass].title }];
    case 'withdraw':
      return [
        { label: '撤回原因', words: WITHDRAWAL_KINDS[event.kind] },
        ...(event.hidesExistence ? [{ label: '原地址', words: '不显示公告' }] : []),
      ];
    case 'followUpLeak':
      return [
        { label: '事项', words: LEAK_DUTIES[event.duty] },
        { label: '结果', words: LEAK_ANSWERS[event.answer] },
        { label: '日期', words: event.on },
      ];
    case 'reevaluate':
      return [
        { label: '评估日期', words: event.on },
        { label: '结果', words: event.keeps ? '继续不予公开' : '可以公开' },
      ];
    case 'handOver':
      return [
        { label: '移交', words: READING_PLACES[event.place] },
        { label: '移交日期', words: event.on },
      ];
    default:
      return [];
  }
}
