const BROWSERS = [
  ['zhaoshi-cli/', '命令行'],
  ['MicroMessenger', '微信'],
  ['Edg/', 'Edge'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;

const SYSTEMS = [
  ['HarmonyOS', '鸿蒙'],
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Kylin', '麒麟'],
  ['UOS', '统信 UOS'],
  ['Linux', 'Linux'],
] as const;

/** Browser and system in words, for the list of devices; the header itself is not kept. */
export function deviceOf(userAgent: string | undefined): string {
  const find = (known: readonly (readonly [string, string])[]): string | undefined =>
    known.find(([mark]) => userAgent?.includes(mark))?.[1];
  return `${find(BROWSERS) ?? '其他程序'}，${find(SYSTEMS) ?? '其他系统'}`;
}
