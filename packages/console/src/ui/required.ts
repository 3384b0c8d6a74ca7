/** The rule of a field that may not be left empty, with what is said where it is. */
export const required = (message: string) => [{ required: true, whitespace: true, message }];
