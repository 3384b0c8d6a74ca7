/** By what a search was narrowed, as its address writes it: names of narrowings and their values. */
export type Narrowings = Readonly<Record<string, string>>;
