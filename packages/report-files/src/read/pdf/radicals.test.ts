import { expect, test } from 'vitest';
import { foldRadicals } from './radicals.ts';

test('radicals of both blocks become the ideographs they look like', () => {
  expect(foldRadicals('⼀⼆⼈⽂⾏⺠⻔')).toEqual({ text: '一二人文行民门', folded: 7 });
  expect(foldRadicals('⻅⻋⻓⻚⻛⻜⻢⻥⻦⻩⻬⻮⻰⻳').text).toBe('见车长页风飞马鱼鸟黄齐齿龙龟');
});

test('forms that Unicode would make traditional stay simplified, vertical punctuation lies down', () => {
  expect(foldRadicals('⻔⼾⾭⿈').text).toBe('门户青黄');
  expect(foldRadicals('三︑本年︵一︶').text).toBe('三、本年（一）');
});

test('compatibility ideographs are folded and ordinary text is not touched', () => {
  expect(foldRadicals('\uf9fd行政')).toEqual({ text: '什行政', folded: 1 });
  expect(foldRadicals('三、（一）ＡB①')).toEqual({ text: '三、（一）ＡB①', folded: 0 });
});
