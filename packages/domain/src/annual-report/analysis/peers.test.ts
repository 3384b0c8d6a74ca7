import { describe, expect, it } from 'vitest';
import { cellsOfFigures } from './analysed-year.ts';
import { PEER_MEASURES, peerFinding, peerValue, placeAmong, spreadOf } from './peers.ts';

const measure = (id: string) => {
  const found = PEER_MEASURES.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no measure ${id}`);
  return found;
};

describe('an organ beside others of its kind', () => {
  it('has median and quartiles as spreadsheets have them', () => {
    expect(spreadOf([1, 2, 3, 4])).toEqual({ count: 4, lower: 1.75, median: 2.5, upper: 3.25 });
    expect(spreadOf([7, 1, null, 3, 5, 9])).toEqual({ count: 5, lower: 3, median: 5, upper: 7 });
  });

  it('is not compared where quartiles would tell the others’ own figures', () => {
    expect(spreadOf([1, 2, 3, null])).toBeNull();
    expect(peerFinding(measure('newlyReceived'), { own: 3, place: null, spread: null })).toContain(
      '不足 4 个，不作比较',
    );
  });

  it('shares its place with those that have as much', () => {
    const values = [10, 5, 5, null, 1];
    expect([10, 5, 1].map((own) => placeAmong(own, values))).toEqual([1, 2, 4]);
  });

  it('is told where it stands without a word of the others', () => {
    const spread = { count: 5, lower: 3, median: 5, upper: 7 };
    expect(peerFinding(measure('newlyReceived'), { own: 9, place: 1, spread })).toBe(
      '本年新收申请：本单位 9 件，中位数 5 件，高于四分之三的同类单位；由多到少列第 1 位，共 5 个。',
    );
    expect(peerFinding(measure('released'), { own: 3, place: 4, spread })).toContain(
      '本单位 3.0%，中位数 5.0%，处在中间的一半',
    );
    expect(peerFinding(measure('released'), { own: null, place: null, spread })).toContain('本单位没有数字');
  });

  it('has no figure where a part is blank, or nothing was concluded', () => {
    const figures = (over: Readonly<Record<string, number | null>>) =>
      cellsOfFigures({
        't3.granted/total': 1,
        't3.partiallyGranted/total': 2,
        't3.resultTotal/total': 4,
        ...over,
      });
    const released = measure('released');
    expect(peerValue(released, figures({}))).toBe(75);
    expect(peerValue(released, figures({ 't3.granted/total': null }))).toBeNull();
    expect(peerValue(released, figures({ 't3.resultTotal/total': 0 }))).toBeNull();
  });
});
