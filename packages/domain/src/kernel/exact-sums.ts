const SCALE = 1_000_000;

/**
 * Many running sums of numbers with at most six decimals, exact: whole parts and millionths apart, so that
 * neither binary fractions nor amounts in the billions spoil them (up to 2⁵³ whole units).
 */
export class ExactSums {
  readonly #whole: Float64Array;
  readonly #millionths: Float64Array;

  constructor(count: number) {
    this.#whole = new Float64Array(count);
    this.#millionths = new Float64Array(count);
  }

  add(index: number, value: number): void {
    const whole = Math.trunc(value);
    this.#whole[index] = (this.#whole[index] ?? 0) + whole;
    if (whole !== value) {
      this.#millionths[index] = (this.#millionths[index] ?? 0) + Math.round((value - whole) * SCALE);
    }
  }

  total(index: number): number {
    const millionths = this.#millionths[index] ?? 0;
    const carried = Math.trunc(millionths / SCALE);
    return (this.#whole[index] ?? 0) + carried + (millionths - carried * SCALE) / SCALE;
  }
}
