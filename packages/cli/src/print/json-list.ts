import { type Io, write } from '../io.ts';

/**
 * JSON for one input as an object, for several as an array that is written item by item, so that a folder of
 * any size needs the memory of one file.
 */
export function jsonList(
  several: boolean,
  io: Io,
): { add: (value: unknown) => Promise<void>; end: () => Promise<void> } {
  let count = 0;
  return {
    add: async (value) => {
      const text = JSON.stringify(value, null, 2);
      await write(io.stdout, several ? `${count === 0 ? '[' : ','}\n${text}` : `${text}\n`);
      count += 1;
    },
    end: async () => {
      if (several) await write(io.stdout, count === 0 ? '[]\n' : '\n]\n');
    },
  };
}
