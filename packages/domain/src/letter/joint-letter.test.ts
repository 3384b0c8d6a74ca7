import { describe, expect, it } from 'vitest';
import { letterLines } from '../../test/letter-lines.ts';
import { sampleFacts, sampleLetter } from '../../test/sample-letter.ts';
import { joinLetters } from './joint-letter.ts';
import type { LetterKind } from './letter-kinds.ts';

const letterOf = (kind: LetterKind, registrationNumber: string) =>
  sampleLetter(kind, { application: { ...sampleFacts().application, registrationNumber } });

const joined = (...kinds: readonly LetterKind[]) => {
  const letter = joinLetters(kinds.map((kind, index) => letterOf(kind, `2026000${index + 1}`)));
  if (!letter.ok) throw new Error(letter.error);
  return letter.value;
};

describe('a joint reply', () => {
  it('answers each case under its number, with one signature and one closing', () => {
    const letter = joined('replyLetter.granted.alreadyPublic', 'replyLetter.granted.alreadyPublic');
    const text = letterLines(letter).join('\n');
    expect(text).toContain('本机关对下列2件政府信息公开申请一并答复如下：\n一、登记号20260001的申请');
    expect(text).toContain('二、登记号20260002的申请');
    expect(text.match(/特此告知。/g)).toHaveLength(1);
    expect(text.match(/申请行政复议/g)).toHaveLength(1);
    expect(letter.title).toBe('政府信息公开告知书');
  });

  it('names the remedies of each answer where they differ', () => {
    const letter = joined('replyLetter.granted.alreadyPublic', 'replyLetter.refused.internalAffairs');
    expect(letter.title).toBe('政府信息公开申请答复书');
    expect(letter.remedy.text).toContain('对上述第一项答复：如不服本答复');
    expect(letter.remedy.text).toContain(
      '对上述第二项答复：如不服本告知，可以自收到本告知书之日起六十日内先向',
    );
  });

  it('counts in Chinese beyond ten', () => {
    const many = Array.from({ length: 21 }, (): LetterKind => 'replyLetter.granted.alreadyPublic');
    const text = letterLines(joined(...many)).join('\n');
    for (const place of ['十、登记号', '十一、登记号', '二十、登记号', '二十一、登记号']) {
      expect(text).toContain(`\n${place}`);
    }
  });

  it('is for one applicant only, and for more than one case', () => {
    const one = letterOf('replyLetter.granted.alreadyPublic', '20260001');
    expect(joinLetters([one])).toMatchObject({ ok: false });
    expect(joinLetters([one, { ...one, addressee: '别人' }])).toMatchObject({
      ok: false,
      error: expect.stringContaining('分别答复'),
    });
  });
});
