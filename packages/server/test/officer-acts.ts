import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import type { Role } from '@zhaoshi/domain/permission/roles';
import type { Answer, World, WorldOrgan } from './api-world.ts';
import type { PlantedCase } from './application-samples.ts';

/** Does an act on a case as the console does, in the version that is there now. */
export type OfficerAct = (
  planted: Pick<PlantedCase, 'regionId' | 'applicationId'>,
  role: Role,
  sent: { readonly type: string; readonly [field: string]: unknown },
  texts?: Readonly<Record<string, string>>,
) => Promise<Answer>;

const ROLES = ['drafter', 'unitHead', 'disclosureOfficer', 'disclosureOfficeHead', 'leader'] as const;

/** The people of an organ who handle its cases; every act is dated 2026-11-20 unless it says otherwise. */
export async function officersOf(world: World, organ: WorldOrgan): Promise<OfficerAct> {
  const cookies = new Map<string, string>();
  for (const role of ROLES) cookies.set(role, await world.signedIn(organ, role));
  return async ({ regionId, applicationId }, role, sent, texts = {}) => {
    const params = { regionId, applicationId };
    const { body } = await world.call(applicationRoutes.read, { params }, cookies.get('drafter') ?? '');
    const answer = await world.call(
      applicationRoutes.act,
      { params, body: { act: { on: '2026-11-20', ...sent }, texts } as never },
      cookies.get(role) ?? '',
      { 'if-match': `"${String(body['version'])}"` },
    );
    if (answer.status !== 200) throw new Error(`${sent.type}: ${JSON.stringify(answer.body)}`);
    return answer;
  };
}

/** The letter of a kind in an answer about a case. */
export const letterIn = ({ body }: Answer, kind: string): string => {
  const letters = body['letters'] as unknown as readonly { letterId: string; kind: string }[];
  return letters.find((letter) => letter.kind === kind)?.letterId ?? '';
};
