import { expect, it } from 'vitest';
import { readSourceAs } from './read-source.ts';

it('reads figures in the order in which they are stored, and says where a file shows them in another', async () => {
  const bytes = new TextEncoder().encode('一、总体情况\n收到申请\u202e21\u202c件，办结\u20669\u2069件。\n');
  const { blocks, notes } = await readSourceAs('txt', bytes);
  const text = blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n');
  expect(text).toContain('收到申请21件，办结9件。');
  expect(notes.map(({ kind, code }) => [kind, code])).toContainEqual(['guessed', 'text.directions']);
});
