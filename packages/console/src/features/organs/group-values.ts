import type { GroupDuty } from '@zhaoshi/domain/organ/leading-group';
import { given, type ShownGroup } from './shown-organ.ts';

export interface MemberValues {
  /** `null` for somebody new. */
  readonly memberId: string | null;
  readonly name: string;
  readonly post: string;
  readonly duty: GroupDuty;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export interface GroupValues {
  readonly name: string;
  readonly documentNumber: string | null;
  readonly establishedOn: string | null;
  readonly office: string | null;
  readonly members: readonly MemberValues[];
}

/** What the form begins with. */
export const groupValues = ({ group }: ShownGroup): GroupValues =>
  group ?? {
    name: '政府信息公开工作领导小组',
    documentNumber: null,
    establishedOn: null,
    office: null,
    members: [],
  };

export type GroupBody = Omit<GroupValues, 'members'> & { readonly members: MemberValues[] };

/** What is sent; a line or day that was left empty is not given. */
export function bodyOf({ name, documentNumber, establishedOn, office, members }: GroupValues): GroupBody {
  return {
    name: name.trim(),
    documentNumber: given(documentNumber),
    establishedOn: given(establishedOn),
    office: given(office),
    members: members.map((member) => ({
      memberId: member.memberId ?? null,
      name: member.name ?? '',
      post: member.post ?? '',
      duty: member.duty,
      validFrom: member.validFrom ?? '',
      validTo: given(member.validTo),
    })),
  };
}
