import { describe, expect, it } from 'vitest';
import { OUTCOME_IDS, OUTCOMES } from '../application/outcome.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { isFactKey } from './letter-facts.ts';
import type { LetterField } from './letter-field.ts';
import { LETTER_KIND_IDS, LETTER_KINDS, outcomeOfLetter, replyLetterOf, templateOf } from './letter-kinds.ts';
import { placesOf, textsOf } from './letter-template.ts';

const all = LETTER_KIND_IDS.flatMap((kind) =>
  LETTER_KINDS[kind].templates.map((template) => ({ kind, version: template.version, template })),
);

describe('the catalogue', () => {
  it('has every letter of the order of work, with its effect on the period and who it goes to', () => {
    const notices = LETTER_KIND_IDS.filter((kind) => outcomeOfLetter(kind) === null);
    expect(notices.map((kind) => [kind, LETTER_KINDS[kind].clock, LETTER_KINDS[kind].to].join(' '))).toEqual([
      'acknowledgement none applicant',
      'correctionNotice suspend applicant',
      'extensionNotice extend applicant',
      'movedDueNotice none applicant',
      'thirdPartyConsultationLetter exclude thirdParty',
      'consultationNotice none applicant',
      'coMakerLetter exclude coMaker',
      'assistanceRequest excludeIfOtherOrgan organ',
      'thirdPartyDisclosureNotice none thirdParty',
      'reasonsRequestNotice none applicant',
      'deferredReplyNotice set applicant',
      'feeNotice suspend applicant',
      'recordAmendmentNotice none applicant',
      'recordForwardingNotice none applicant',
      'promotionNotice none applicant',
      'approvalSheet none internal',
      'proofOfDelivery none internal',
    ]);
  });

  it('has a reply for every outcome, named as the outcome is, which stops the clock', () => {
    for (const outcome of OUTCOME_IDS) {
      const row = LETTER_KINDS[replyLetterOf(outcome)];
      expect([row.title, row.clock, outcomeOfLetter(replyLetterOf(outcome))]).toEqual([
        OUTCOMES[outcome].letter,
        'stop',
        outcome,
      ]);
    }
  });

  it.each([
    ['replyLetter.otherHandling.feeUnpaid', '2020-12-31'],
    ['feeNotice', '2020-12-31'],
    ['acknowledgement', '2019-05-14'],
  ] as const)('has no %s on %s, before its law', (kind, on) => {
    expect(() => templateOf(kind, on as CivilDate)).toThrow(RangeError);
  });
});

describe.each(all)('$kind, version $version', ({ template }) => {
  const { fields } = template;
  const places = textsOf(template).flatMap((text) => placesOf(text).all);

  it('has a field or a fact for every place, and a place for every field', () => {
    const keys = fields.map(({ key }) => key);
    expect(places.filter((place) => !keys.includes(place) && !isFactKey(place))).toEqual([]);
    expect(keys.filter((key) => !places.includes(key) && key !== 'enclosures')).toEqual([]);
    expect(keys.filter((key) => isFactKey(key))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('says what to write in each field, and where the wording comes from', () => {
    expect(fields.filter(({ help, label }) => help.trim() === '' || label.trim() === '')).toEqual([]);
    expect(template.source).not.toBe('');
  });

  it('asks for what it cannot do without, and for nothing else', () => {
    const needed = new Set(textsOf(template).flatMap((text) => placesOf(text).needed));
    const wrong = fields.filter(({ key, required }) => key !== 'enclosures' && required !== needed.has(key));
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });
});

const escaped = (text: string): string => text.replace(/[()[\]{}.*+?^$|\\]/g, '\\$&');

/** What a place may stand for in the short words of the outcome: "…", or its answers as "甲（乙、丙）". */
function shortOf(field: LetterField | undefined): string {
  if (field?.kind !== 'choice') return '…';
  const [first = '', ...others] = Object.values(field.options);
  return `(?:…|${first}|${first}（${others.join('、')}）)`;
}

describe('the decision of a reply', () => {
  it.each(OUTCOME_IDS)('says what the outcome says: %s', (outcome) => {
    const template = templateOf(replyLetterOf(outcome), '2026-11-21' as CivilDate);
    const decision = template.paragraphs.find(({ role }) => role === 'decision')?.text ?? '';
    const pattern = decision
      .replaceAll('{you}', '您')
      .split(/([[\]]|\{\w+\})/)
      .map((piece) => {
        if (piece === '[') return '(?:';
        if (piece === ']') return ')?';
        const [, key] = /^\{(\w+)\}$/.exec(piece) ?? [];
        if (key !== undefined) return shortOf(template.fields.find((field) => field.key === key));
        return escaped(piece);
      })
      .join('');
    expect(OUTCOMES[outcome].words).toMatch(new RegExp(`^${pattern}$`));
  });

  it.each(OUTCOME_IDS.filter((outcome) => OUTCOMES[outcome].article !== ''))(
    'stands on the article of the outcome: %s',
    (outcome) => {
      const { paragraphs } = templateOf(replyLetterOf(outcome), '2026-11-21' as CivilDate);
      const basis = paragraphs.find(({ role }) => role === 'basis')?.text ?? '';
      const [article = ''] = OUTCOMES[outcome].article.split(/[，；]/);
      expect(basis).toContain(article);
    },
  );
});
