import type { GroupDuty } from '@zhaoshi/domain/organ/leading-group';
import type { Generated } from 'kysely';

interface OrganKey {
  region_id: string;
  organ_id: string;
}

export interface OrganContactTable extends OrganKey {
  address: string | null;
  postcode: string | null;
  office_hours: string | null;
  phone: string | null;
  fax: string | null;
  email: string | null;
  website: string | null;
  responsible_person: string | null;
}

interface DisclosureOfficeTable extends OrganKey {
  name: string;
  head_title: string | null;
  address: string | null;
  office_hours: string | null;
  phone: string | null;
  fax: string | null;
  email: string | null;
  website: string | null;
  duties: readonly string[];
  /** 1 stands for an organ without a row. */
  version: number;
}

interface LeadingGroupTable extends OrganKey {
  name: string;
  document_number: string | null;
  established_on: string | null;
  office: string | null;
  /** 1 stands for an organ without a row. */
  version: number;
}

interface LeadingGroupMemberTable extends OrganKey {
  member_id: string;
  name: string;
  post: string;
  duty: GroupDuty;
  position: number;
  valid_from: string;
  valid_to: string | null;
}

interface OrganSuccessorTable extends OrganKey {
  succession_id: string;
  successor_region_id: string;
  successor_organ_id: string;
  valid_from: string;
  /** `null` when all powers went over. */
  matters: string | null;
  document_number: string | null;
}

interface ReportingUnitListTable {
  region_id: string;
  report_year: number;
  copied_from: number | null;
  version: Generated<number>;
}

interface ReportingUnitTable {
  region_id: string;
  report_year: number;
  unit_region_id: string;
  unit_organ_id: string;
  position: number;
  included: boolean;
  reason: string | null;
}

export interface OrgansSchema {
  organ_contact: OrganContactTable;
  disclosure_office: DisclosureOfficeTable;
  leading_group: LeadingGroupTable;
  leading_group_member: LeadingGroupMemberTable;
  organ_successor: OrganSuccessorTable;
  reporting_unit_list: ReportingUnitListTable;
  reporting_unit: ReportingUnitTable;
}

/** What the public may see of organs. */
export interface PublishedOrgansSchema {
  'published.organ_contact': OrganContactTable;
  'published.disclosure_office': Omit<DisclosureOfficeTable, 'version'>;
  'published.leading_group': Omit<LeadingGroupTable, 'version'>;
  'published.leading_group_member': Omit<LeadingGroupMemberTable, 'member_id' | 'valid_from' | 'valid_to'>;
  'published.organ_successor': Omit<OrganSuccessorTable, 'succession_id'>;
  'published.reporting_unit': ReportingUnitTable;
}
