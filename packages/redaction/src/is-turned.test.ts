import { expect, it } from 'vitest';
import { cameraJpeg, quartersPng } from '../test/pictures.ts';
import { isTurned } from './is-turned.ts';

it.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'a photo of orientation %i is turned unless it is the first',
  (orientation) => {
    expect(isTurned(cameraJpeg(40, 20, orientation, 'CAMERA'))).toBe(orientation !== 1);
  },
);

it('what is no JPEG, or says nothing of it, is not turned', () => {
  expect(isTurned(quartersPng(8, 8))).toBe(false);
  expect(isTurned(Buffer.from('words'))).toBe(false);
  expect(isTurned(cameraJpeg(40, 20, 6, 'CAMERA').subarray(0, 30))).toBe(false);
});
