/** Marks a branch that the type checker proves unreachable; reaching it is a programming fault. */
export function assertNever(value: never): never {
  throw new Error(`unreachable value: ${JSON.stringify(value)}`);
}
