let list: Promise<ReadonlySet<string>> | undefined;

/** The list takes a few megabytes and is rarely asked: it is read when the first password is set. */
async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common']);
}

/** Whether a text (lower case) is one of the 49,000 passwords that were found most often in leaked lists. */
export async function commonPasswords(): Promise<(text: string) => boolean> {
  list ??= load();
  const known = await list;
  return (text) => known.has(text);
}
