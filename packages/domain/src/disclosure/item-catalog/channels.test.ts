import { describe, expect, test } from 'vitest';
import { channelsText, readChannels } from './channels.ts';

describe('channels', () => {
  test.each([
    ['■政府网站 ■两微一端 □政府公报', ['website', 'newMedia'], ['gazette'], []],
    ['√门户网站□微信公众号', ['website'], ['newMedia'], []],
    ['☑发布会/听证会\n☐广播电视', ['conference'], ['broadcast'], []],
    ['政府网站、公示栏', ['website', 'noticeBoard'], [], []],
    ['■社区/企事业单位/村公示栏（电子屏）', ['noticeBoard'], [], []],
    ['■政府网站；■公示栏、微信。□发布会、听证会', ['website', 'newMedia', 'noticeBoard'], ['conference'], []],
    ['■政府网站 ■飞鸽传书', ['website'], [], ['飞鸽传书']],
    ['', [], [], []],
  ])('%j', (text, must, may, unknown) => {
    const found = readChannels(text);
    expect([found.channels.must, found.channels.may, found.unknown]).toEqual([must, may, unknown]);
    expect(readChannels(channelsText(found.channels)).channels).toEqual(found.channels);
  });
});
