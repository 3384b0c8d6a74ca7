import { describe, expect, it } from 'vitest';
import { APPLICANT_KINDS } from '../annual-report/ids.ts';
import { webApplicantFields } from './web-fields.ts';
import { checkKind, checkRequest, checkWho, doubtsOf, type FormValues, formOf } from './web-form.ts';

const PERSON: FormValues = {
  kind: 'naturalPerson',
  name: '赵测试甲',
  identityType: 'residentCard',
  identityNumber: '11010519491231002X',
  phone: '13912345678',
};
const REQUEST: FormValues = {
  description: '2025年农村公路养护资金的分配方案\n按乡镇列明',
  supplyForm: 'electronic',
  supplyWay: 'online',
};

const fields = (errors: readonly { readonly field: string }[]) => errors.map(({ field }) => field);

describe('the form on the web', () => {
  it('takes a citizen with the fields of its kind and one way to be reached', () => {
    expect(checkWho(PERSON)).toEqual([]);
    expect(checkRequest(REQUEST)).toEqual([]);
    expect(formOf({ ...PERSON, ...REQUEST })).toMatchObject({
      applicant: { kind: 'naturalPerson', phone: '13912345678', creditCode: null, email: null },
      agent: null,
      description: '2025年农村公路养护资金的分配方案\n按乡镇列明',
      acceptsOtherWay: false,
      helpNeeded: null,
    });
  });

  it('asks for a kind first', () => {
    expect(fields(checkKind({}))).toEqual(['kind']);
    expect(fields(checkWho({ kind: 'everybody' }))).toEqual(['kind']);
  });

  it.each(APPLICANT_KINDS)('names every field of %s that is missing', (kind) => {
    const required = webApplicantFields(kind).flatMap(({ name, required: is }) => (is ? [name] : []));
    expect(fields(checkWho({ kind }))).toEqual([...required, 'phone']);
    expect(required).toContain(kind === 'naturalPerson' ? 'identityNumber' : 'creditCode');
  });

  it('is content with any one way to be reached', () => {
    for (const way of [{ phone: '1' }, { email: 'a@b.cn' }, { address: '示范路1号' }]) {
      expect(checkWho({ ...PERSON, phone: '', ...way })).toEqual([]);
    }
    expect(fields(checkWho({ ...PERSON, phone: '' }))).toEqual(['phone']);
  });

  it('never asks what the information is wanted for', () => {
    const labels = APPLICANT_KINDS.flatMap((kind) => webApplicantFields(kind).map(({ label }) => label));
    expect(labels.filter((label) => label.includes('用途'))).toEqual([]);
  });

  it('asks for the agent’s fields where somebody acts for the applicant', () => {
    expect(fields(checkWho({ ...PERSON, hasAgent: 'yes' }))).toEqual([
      'agentName',
      'agentIdentityNumber',
      'agentPhone',
    ]);
  });

  it('leaves out what was typed for another kind', () => {
    const form = formOf({ ...PERSON, ...REQUEST, creditCode: '91110000000000000X', agentName: '乙' });
    expect(form?.applicant.creditCode).toBeNull();
    expect(form?.agent).toBeNull();
  });

  it('wants an address for a letter and a mailbox for a mail', () => {
    expect(fields(checkRequest({ ...REQUEST, supplyWay: 'post' }))).toEqual(['supplyWay']);
    expect(checkRequest({ ...REQUEST, supplyWay: 'post', address: '示范路1号' })).toEqual([]);
    expect(fields(checkRequest({ ...REQUEST, supplyWay: 'email' }))).toEqual(['supplyWay']);
    expect(fields(checkRequest({ ...REQUEST, supplyWay: 'pigeon', supplyForm: '' }))).toEqual([
      'supplyForm',
      'supplyWay',
    ]);
  });

  it('doubts a number that cannot be right, and lets it pass', () => {
    const values = { ...PERSON, identityNumber: '110105194912310021' };
    expect(fields(doubtsOf(values))).toEqual(['identityNumber']);
    expect(checkWho(values)).toEqual([]);
    expect(doubtsOf(PERSON)).toEqual([]);
  });

  it('refuses what is too long or cannot be seen', () => {
    expect(fields(checkWho({ ...PERSON, name: '甲'.repeat(101) }))).toEqual(['name']);
    expect(fields(checkWho({ ...PERSON, name: '甲\u202E乙' }))).toEqual(['name']);
    expect(fields(checkWho({ ...PERSON, identityType: '身份证' }))).toEqual(['identityType']);
    expect(fields(checkRequest({ ...REQUEST, description: '字'.repeat(4001) }))).toEqual(['description']);
    expect(fields(checkRequest({ ...REQUEST, description: '字\u0007' }))).toEqual(['description']);
    expect(formOf({ ...PERSON, ...REQUEST, description: '' })).toBeNull();
  });
});
