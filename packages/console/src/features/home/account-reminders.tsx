import { Link } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { accountRoutes } from '@zhaoshi/contract/routes/account';
import { passwordExpiresSoon } from '@zhaoshi/domain/identity/password-age';
import type { ReactNode } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useRead } from '../../app/use-route.ts';

/** With so few recovery codes left a lost telephone soon means calling the administrator. */
const FEW_CODES = 3;

/** What a person has to see to about their own account. */
function remindersOf(
  { passwordExpiresAt, secondFactor }: RouteOutput<typeof accountRoutes.read>,
  now: Date,
): readonly string[] {
  const { enrolledAt, recoveryCodesLeft } = secondFactor;
  return [
    ...(passwordExpiresAt !== null && passwordExpiresSoon(new Date(passwordExpiresAt), now)
      ? [`密码须在${shownMoment(passwordExpiresAt)}前更换。`]
      : []),
    ...(enrolledAt !== null && recoveryCodesLeft < FEW_CODES
      ? [
          recoveryCodesLeft === 0
            ? '没有可用的恢复码：手机不在身边时将不能登录，请换一组。'
            : `动态口令的恢复码只剩 ${recoveryCodesLeft} 个，请换一组。`,
        ]
      : []),
  ];
}

/** Reminders about the person's own account; nothing when all is well. */
export function AccountReminders(): ReactNode {
  const { data } = useRead(accountRoutes.read, {});
  const reminders = data === undefined ? [] : remindersOf(data, new Date());
  if (reminders.length === 0) return null;
  return (
    <section className="card">
      <h2>账号提醒</h2>
      <ul className="rows">
        {reminders.map((text) => (
          <li key={text}>
            <span>{text}</span>
            <Link to="/account">去办理</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
