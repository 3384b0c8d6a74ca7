/** Length of a bar in units of the drawing; the largest figure takes the whole width, zero and a negative one none. */
export function barLength(value: number, largest: number, width: number): number {
  if (value <= 0 || largest <= 0) return 0;
  return Math.max(1, Math.round((value / largest) * width));
}
