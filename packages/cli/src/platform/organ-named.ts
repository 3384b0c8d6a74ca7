import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { organNameRoutes } from '@zhaoshi/contract/routes/organ-names';
import { CliError } from '../cli-error.ts';
import type { PlatformClient } from './platform-client.ts';

export type NamedOrgan = RouteOutput<typeof organNameRoutes.find>['items'][number];

/**
 * The one organ that somebody named, by its public address (`hedong/office`, a region alone for its government) or by
 * its full name.
 *
 * @throws CliError when there is none, or more than one
 */
export async function organNamed(client: PlatformClient, wanted: string): Promise<NamedOrgan> {
  const { items } = await client.call(organNameRoutes.find, { query: { wanted } });
  const [organ, ...more] = items;
  if (organ === undefined) {
    throw new CliError(
      `平台上没有这个机关：${wanted}。请写全称，或者公开网站网址里的“地区简称/机关简称”，如 hedong/office。`,
    );
  }
  if (more.length === 0) return organ;
  const places = items.map(({ place, regionName, name }) => `${place}（${regionName} ${name}）`);
  throw new CliError(`名称为“${wanted}”的机关有${items.length}个，请写网址里的简称：${places.join('、')}`);
}
