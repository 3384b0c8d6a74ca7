/** Each contact: where its value stands, and what a well-formed value looks like. Bounded, so linear. */
const CONTACTS: readonly { readonly found: RegExp; readonly isRight: (value: string) => boolean }[] = [
  {
    found:
      /(?:电话|热线|传真)(?:号码)?(?:(?:为|是)?[：:]\s{0,3}[（(]?|为|\s{0,3}(?=[\d+][\d-]{6}))(?<value>[\d+][\d\-—－–()（）/转 ]{3,24})/g,
    isRight: (value) => value.split(/[/、]/).every((one) => isPhone(one)),
  },
  {
    found: /(?:邮编|邮政编码)(?:为|是)?[：:]?\s{0,3}(?<value>\d{1,12})/g,
    isRight: (value) => /^[0-8]\d{5}$/.test(value),
  },
  {
    found: /(?:邮箱|E-?mail|电子邮件)(?:地址)?(?:为|是)?[：:]\s{0,3}(?<value>[A-Za-z0-9._%+\-@＠。]{1,64})/gi,
    isRight: (value) => isMail(value),
  },
  {
    found:
      /(?<value>(?:https?[：:]?\/{0,3}|www[.．。])[^\s，。；、）（）()《》“”"'<>\u4e00-\u9fff]{1,200})/gi,
    isRight: (value) => isUrl(value),
  },
];

/** Landlines with or without area code and extension, mobiles, 400 and 800 lines, short numbers such as 12345. */
export function isPhone(value: string): boolean {
  const digits = value
    .replace(/[—－–]/g, '-')
    .replace(/[()（） ]/g, '')
    .replace(/(?:转|-)\d{1,5}$/, (extension) => (extension.startsWith('转') ? '' : extension));
  if (digits === '') return true;
  return /^(?:(?:\+?86-?)?(?:0\d{2,3}-?)?[2-8]\d{6,7}(?:-\d{1,5})?|(?:\+?86-?)?1[3-9]\d{9}|[48]00-?\d{3,4}-?\d{3,4}|1\d{2,5}|9\d{4,5})$/.test(
    digits.replace(/-+$/, ''),
  );
}

/** An e-mail address as people write it in a text, a full stop behind it or not. */
export function isMail(value: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24}$/.test(
    value.replace(/[.。]+$/, ''),
  );
}

function isUrl(value: string): boolean {
  return /^(?:https?:\/\/)?(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?::\d{1,5})?(?:[/?#][\x21-\x7e]*)?$/.test(
    value,
  );
}

/** Telephone numbers, post codes, e-mail addresses and links that are not well formed. Nothing is fetched. */
export function malformedContacts(text: string): readonly string[] {
  return CONTACTS.flatMap(({ found, isRight }) =>
    [...text.matchAll(found)].flatMap((match) => {
      const value = (match.groups?.['value'] ?? '').trim();
      return isRight(value) ? [] : [match[0].trim()];
    }),
  );
}
