import { expect, it } from 'vitest';
import { attachmentHeader } from './content-disposition.ts';

it.each([
  ['a b.pdf', `attachment; filename="a b.pdf"; filename*=UTF-8''a%20b.pdf`],
  ['年报.pdf', `attachment; filename="__.pdf"; filename*=UTF-8''%E5%B9%B4%E6%8A%A5.pdf`],
  ['a"; x=".pdf', `attachment; filename="a__ x__.pdf"; filename*=UTF-8''a%22%3B%20x%3D%22.pdf`],
  ["it's (1)*.pdf", `attachment; filename="it_s _1__.pdf"; filename*=UTF-8''it%27s%20%281%29%2A.pdf`],
  ['a\r\nX: y.pdf', `attachment; filename="a__X_ y.pdf"; filename*=UTF-8''a%0D%0AX%3A%20y.pdf`],
  ['\ud800.pdf', `attachment; filename="_.pdf"; filename*=UTF-8''%EF%BF%BD.pdf`],
])('%j', (name, header) => {
  expect(attachmentHeader(name)).toBe(header);
});
