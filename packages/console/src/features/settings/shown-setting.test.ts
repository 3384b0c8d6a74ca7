import { expect, test } from 'vitest';
import { foundSettings, type ShownSetting, shownValue } from './shown-setting.ts';

const setting = (given: Partial<ShownSetting>): ShownSetting => ({
  key: 'site.sponsor',
  title: '主办单位',
  help: '显示在门户页脚。',
  group: 'site',
  groupTitle: '网站',
  input: { kind: 'text', longest: 100 },
  defaultValue: '',
  confidence: 'confirmed',
  source: '国办发〔2017〕47号',
  value: '',
  chosenBy: null,
  inherited: { value: '', chosenBy: null },
  version: 1,
  abilities: ['setting.edit'],
  ...given,
});

const ORGAN = { regionId: 'r', organId: 'o', name: '河东县人民政府' };
const SETTINGS = [
  setting({}),
  setting({
    key: 'security.idleMinutes',
    title: '无操作自动退出（分钟）',
    groupTitle: '账号与安全',
    source: 'GB/T 22239-2019 8.1.4',
    confidence: 'unconfirmed',
    value: 15,
  }),
  setting({
    key: 'site.icpNumber',
    title: 'ICP备案号',
    value: '示例备00000000号',
    chosenBy: { ...ORGAN, isSelf: true },
  }),
];

const keysOf = (settings: readonly ShownSetting[]): readonly string[] => settings.map(({ key }) => key);

test('finds by every word, in title, help, source or value, whatever the case', () => {
  expect(keysOf(foundSettings(SETTINGS, '', 'all'))).toHaveLength(3);
  expect(keysOf(foundSettings(SETTINGS, ' gb/t  退出 ', 'all'))).toEqual(['security.idleMinutes']);
  expect(keysOf(foundSettings(SETTINGS, 'icp', 'all'))).toEqual(['site.icpNumber']);
  expect(keysOf(foundSettings(SETTINGS, '备00000000', 'all'))).toEqual(['site.icpNumber']);
  expect(foundSettings(SETTINGS, '没有这个词', 'all')).toEqual([]);
});

test('shows what the organ chose itself, or what is unconfirmed', () => {
  expect(keysOf(foundSettings(SETTINGS, '', 'own'))).toEqual(['site.icpNumber']);
  expect(keysOf(foundSettings(SETTINGS, '', 'unconfirmed'))).toEqual(['security.idleMinutes']);
});

test('shows blank, zero and no apart', () => {
  expect([null, '', 0, false, true].map(shownValue)).toEqual(['（空）', '（空）', '0', '否', '是']);
});
