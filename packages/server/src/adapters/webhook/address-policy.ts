import { BlockList, isIP } from 'node:net';

/** Where requests may go: nowhere but here. */
export interface AllowList {
  /** `any`: every host that lives at a public address, as links in documents name them. */
  readonly hosts: ReadonlySet<string> | 'any';
  /** Networks that count as outside although they are private; `null`: none. */
  readonly networks: BlockList | null;
}

const HOST = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;
const NETWORK = /^([0-9a-f.:]+)\/(\d{1,3})$/;

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

function addNetwork(networks: BlockList, entry: string): boolean {
  const [, address = '', bits = ''] = NETWORK.exec(entry) ?? [];
  if (isIP(address) === 0 || Number(bits) > (isIP(address) === 4 ? 32 : 128)) return false;
  networks.addSubnet(address, Number(bits), family(address));
  return true;
}

/**
 * Reads "sms.example.cn, 10.1.2.0/24": hosts that may be asked, and private networks that they may live in.
 *
 * @returns `null` when an entry is neither
 */
export function parseAllowList(list: string): (AllowList & { readonly hosts: ReadonlySet<string> }) | null {
  const hosts = new Set<string>();
  const networks = new BlockList();
  for (const item of list.split(',')) {
    const entry = item.trim().toLowerCase();
    if (entry === '' || addNetwork(networks, entry)) continue;
    // A bare address is a host as well: its network has to be allowed besides when it is private.
    if (isIP(entry) === 0 && !HOST.test(entry)) return null;
    hosts.add(entry);
  }
  return { hosts, networks: networks.rules.length === 0 ? null : networks };
}

/** Special-purpose addresses (RFC 6890 and the IANA registries), which no service of others answers at. */
const NOT_PUBLIC: readonly string[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

const notPublic = new BlockList();
for (const network of NOT_PUBLIC) addNetwork(notPublic, network);

// Only what is routed in the world; of it not the ranges that carry an IPv4 address or are for documents.
const worldWide = new BlockList();
addNetwork(worldWide, '2000::/3');
const carriers = new BlockList();
for (const network of ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']) addNetwork(carriers, network);

const isPublic = (address: string): boolean =>
  isIP(address) === 6
    ? worldWide.check(address, 'ipv6') && !carriers.check(address, 'ipv6')
    : !notPublic.check(address, 'ipv4');

/** Whether a resolved address may be connected to. IPv4 written as IPv6 is no public IPv6 address, so it is not. */
export function mayConnect(address: string, { networks }: AllowList): 'public' | 'named' | 'no' {
  if (isIP(address) === 0) return 'no';
  if (isPublic(address)) return 'public';
  // An IPv4-mapped address would match a named IPv4 network; it is refused all the same: nobody needs it.
  if (address.includes(':') && address.includes('.')) return 'no';
  if (/^(?:0*:)*:?ffff:/i.test(address)) return 'no';
  return networks?.check(address, family(address)) === true ? 'named' : 'no';
}
