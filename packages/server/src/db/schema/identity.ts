import type { SessionStage } from '@zhaoshi/domain/identity/sign-in-stage';
import type { Role } from '@zhaoshi/domain/permission/roles';
import type { Generated } from 'kysely';

interface AccountTable {
  account_id: string;
  login_name: string;
  display_name: string;
  password_hash: string | null;
  password_changed_at: Date | null;
  must_change_password: Generated<boolean>;
  /** Sealed; see adapters/secret-box. */
  totp_secret: string | null;
  /** Being set up; sealed too. */
  totp_pending_secret: string | null;
  totp_confirmed_at: Date | null;
  totp_last_step: number | null;
  failed_attempts: Generated<number>;
  locked_until: Date | null;
  disabled_at: Date | null;
  is_demonstration: Generated<boolean>;
  created_at: Date;
  version: Generated<number>;
}

interface MembershipTable {
  region_id: string;
  membership_id: string;
  organ_id: string;
  account_id: string;
  role: Role;
  granted_at: Date;
  revoked_at: Date | null;
}

interface SessionTable {
  session_id: string;
  token_sha256: string;
  account_id: string;
  stage: SessionStage;
  second_factor: Generated<boolean>;
  by_password: Generated<boolean>;
  region_id: string | null;
  organ_id: string | null;
  device: string;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  ended_at: Date | null;
}

interface SettingTable {
  region_id: string;
  organ_id: string;
  key: string;
  /** JSON. */
  value: unknown;
  version: Generated<number>;
  changed_at: Date;
}

interface IdempotencyTable {
  account_id: string;
  key: string;
  route: string;
  request_sha256: string;
  value: string;
  created_at: Date;
}

interface PasswordHistoryTable {
  account_id: string;
  replaced_at: Date;
  password_hash: string;
}

interface RecoveryCodeTable {
  account_id: string;
  code_sha256: string;
  used_at: Date | null;
}

interface OneTimeLinkTable {
  token_sha256: string;
  purpose: 'setPassword' | 'setUp';
  account_id: string | null;
  expires_at: Date;
  used_at: Date | null;
}

interface AccountIdentityTable {
  identity_id: string;
  issuer: string;
  subject: string;
  account_id: string;
  linked_at: Date;
}

interface DeviceTryTable {
  device_hash: string;
  tries: number;
  expires_at: Date;
}

interface InstallationTable {
  only_row: Generated<boolean>;
  key_check: string;
}

export interface IdentitySchema {
  password_history: PasswordHistoryTable;
  recovery_code: RecoveryCodeTable;
  one_time_link: OneTimeLinkTable;
  account_identity: AccountIdentityTable;
  installation: InstallationTable;
  device_try: DeviceTryTable;
  account: AccountTable;
  membership: MembershipTable;
  session: SessionTable;
  setting: SettingTable;
  idempotency: IdempotencyTable;
}
