/**
 * Gathers lines and hands them on together once in each turn of the event loop: a pipe takes each write by a system
 * call of its own, which costs as much as the rest of a ready page.
 */
export function gatherLines(write: (lines: string) => void): (line: string) => void {
  let gathered = '';
  const handOn = (): void => {
    const lines = gathered;
    gathered = '';
    write(lines);
  };
  return (line) => {
    if (gathered === '') setImmediate(handOn);
    gathered += line;
  };
}
