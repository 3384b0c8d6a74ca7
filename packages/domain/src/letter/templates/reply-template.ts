import type { CivilDate } from '../../kernel/civil-date.ts';
import type { LetterField } from '../letter-field.ts';
import { LAW_IN_FORCE, type LetterTemplate, type TemplateParagraph } from '../letter-template.ts';
import { CLOSING, line, list, optionalText, PRACTICE, REQUEST, text } from './common.ts';

interface Reply {
  /** 法律依据, 条、款、项 in full. */
  readonly basis: string;
  /** 处理决定. */
  readonly decision: string;
  /** Fields of the decision, then those of the reason. */
  readonly fields?: readonly LetterField[];
  /** The paragraph of reasons; none where the decision says all. */
  readonly reason?: string;
  /** Information goes out with the letter. */
  readonly supplies?: true;
  readonly validFrom?: CivilDate;
}

const COURSE = optionalText({
  key: 'course',
  label: '办理经过',
  help: '有补正、延期、征求意见的，写明日期和结果。',
});

const SUPPLY = [
  line({
    key: 'suppliedAs',
    label: '提供形式',
    help: '条例第四十条：按申请人要求的形式和信息保存的实际情况；不能按要求提供的，写明安排查阅、抄录或者其他适当形式。',
  }),
  list({ key: 'enclosures', label: '随附的政府信息', help: '一行一件，写明名称和页数。' }),
];

/** A reason in the officer's own words. */
export const reasonField = (help: string): LetterField => text({ key: 'reason', label: '理由', help });

const SUPPLY_PARAGRAPH: TemplateParagraph = { role: 'supply', text: '提供形式：{suppliedAs}。' };

/** A reply with all elements of 规范五2: what was asked, on what ground, what is decided and why, remedies. */
export function reply({ basis, decision, fields = [], reason, supplies, validFrom }: Reply): LetterTemplate {
  return {
    version: 1,
    validFrom: validFrom ?? LAW_IN_FORCE,
    source: `${PRACTICE} 五2；条例36`,
    remedy: 'outcome',
    numbered: true,
    fields: [COURSE, ...fields, ...(supplies ? SUPPLY : [])],
    paragraphs: [
      REQUEST,
      { role: 'course', text: '[{course}]' },
      { role: 'basis', text: `根据${basis}的规定，现答复如下：` },
      { role: 'decision', text: decision },
      ...(reason === undefined ? [] : [{ role: 'reason', text: reason } as const]),
      ...(supplies ? [SUPPLY_PARAGRAPH] : []),
      ...(decision.endsWith(CLOSING.text) ? [] : [CLOSING]),
    ],
  };
}
