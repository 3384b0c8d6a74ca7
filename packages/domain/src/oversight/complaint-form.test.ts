import { expect, it } from 'vitest';
import { complaintKindsOf } from './complaint.ts';
import { checkComplaint, complaintOf } from './complaint-form.ts';

const OF_ORGAN = complaintKindsOf({ isVillage: false });
const OF_VILLAGE = complaintKindsOf({ isVillage: true });

const anonymous = { kind: 'notPublished', text: '预算没有公开', named: 'no' };

it('nothing that could tell who it was is taken in with an anonymous complaint', () => {
  expect(complaintOf(anonymous, OF_ORGAN)).toEqual({
    kind: 'notPublished',
    text: '预算没有公开',
    complainant: null,
    applicationNumber: '',
  });
  const sent = { ...anonymous, name: '张三', contact: '139', applicationNumber: '20260001' };
  expect(complaintOf(sent, OF_ORGAN)).toBeNull();
  expect(checkComplaint(sent, OF_ORGAN).map(({ field }) => field)).toEqual([
    'name',
    'contact',
    'applicationNumber',
  ]);
});

it('whoever gives a name can be reached', () => {
  const faults = checkComplaint({ ...anonymous, named: 'yes', name: '张三' }, OF_ORGAN);
  expect(faults).toEqual([{ field: 'contact', message: '实名投诉请填写联系电话、电子邮箱或者地址。' }]);
  const content = complaintOf({ ...anonymous, named: 'yes', name: '张三', contact: '139' }, OF_ORGAN);
  expect(content?.complainant).toEqual({ name: '张三', contact: '139' });
});

it('an empty form is told what it lacks', () => {
  expect(checkComplaint({}, OF_ORGAN).map(({ field }) => field)).toEqual(['kind', 'text', 'named']);
});

it('of a village there is one thing to complain of, which is no complaint about any other unit', () => {
  const { kind: _, ...unasked } = anonymous;
  expect(complaintOf(unasked, OF_VILLAGE)?.kind).toBe('villageAffairs');
  const chosen = { ...anonymous, kind: 'villageAffairs' };
  expect(checkComplaint(chosen, OF_ORGAN).map(({ field }) => field)).toEqual(['kind']);
});
