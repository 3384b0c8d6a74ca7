import { needsSecondFactor } from '@zhaoshi/domain/identity/sign-in-stage';
import type { Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { Schema } from '../../db/schema.ts';
import { hashPassword } from '../identity/password.ts';
import { totpPurpose } from '../identity/totp.ts';
import { type Places, placeOf } from './load-tree.ts';
import { DEMONSTRATION_PASSWORD, DEMONSTRATION_TOTP_KEY, MARK, PEOPLE } from './people.ts';

/** Accounts of invented people in every role, with the password and the one-time codes that the sign-in page shows. */
export async function loadPeople(
  transaction: Transaction<Schema>,
  places: Places,
  {
    at,
    newId,
    secretBox,
  }: {
    readonly at: Date;
    readonly newId: () => string;
    readonly secretBox: Pick<SecretBox, 'seal'>;
  },
): Promise<void> {
  // Known to everybody, so one hash serves them all.
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  const people = PEOPLE.map(({ loginName, name, posts }) => ({ loginName, name, posts, accountId: newId() }));
  await transaction
    .insertInto('account')
    .values(
      people.map(({ accountId, loginName, name, posts }) => ({
        account_id: accountId,
        login_name: loginName,
        display_name: `${name}${MARK}`,
        password_hash: passwordHash,
        password_changed_at: at,
        // Only for those whose roles ask for it; the others sign in by password, as they would in an office.
        ...(needsSecondFactor(posts.flatMap(({ roles }) => roles)) && {
          totp_secret: secretBox.seal(DEMONSTRATION_TOTP_KEY, totpPurpose(accountId)),
          totp_confirmed_at: at,
        }),
        is_demonstration: true,
        created_at: at,
      })),
    )
    .execute();
  await transaction
    .insertInto('membership')
    .values(
      people.flatMap(({ accountId, posts }) =>
        posts.flatMap(({ organ, roles }) => {
          const { region_id, organ_id } = placeOf(places, organ);
          return roles.map((role) => ({
            region_id,
            membership_id: newId(),
            organ_id,
            account_id: accountId,
            role,
            granted_at: at,
          }));
        }),
      ),
    )
    .execute();
}
