import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { Button } from 'antd';
import { lazy, type ReactNode, Suspense, useCallback, useEffect } from 'react';
import { call } from '../../app/api.ts';
import { type Session, sessionQuery } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { usePageTitle } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { SignOnEnd } from '../../ui/sign-on-end.tsx';
import { Entrance } from './entrance.tsx';
import { PasswordStep } from './password-step.tsx';
import { SecondFactorStep } from './second-factor-step.tsx';

// Seldom seen, and with the QR code not small.
const FirstSteps = lazy(() => import('./first-steps.tsx'));

interface StepProps {
  readonly session: Session;
  readonly onDone: (next: Session) => void;
}

/** The next thing to do before the session counts. */
function Step({ session, onDone }: StepProps): ReactNode {
  if (session.stage === 'secondFactor') {
    return <SecondFactorStep isDemonstration={session.isDemonstration} onDone={onDone} />;
  }
  return (
    <Suspense fallback={<Loading />}>
      <FirstSteps session={session} onDone={onDone} />
    </Suspense>
  );
}

/** The way in: password, second factor, and what has to be done once before the first day's work. */
export function SignInPage(): ReactNode {
  const queryClient = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  const { back, signOn } = useSearch({ from: '/sign-in' });
  const { data: session, error } = useQuery(sessionQuery);
  const signOut = useMutation({
    mutationFn: () => call(sessionRoutes.signOut, {}),
    onSettled: () => queryClient.setQueryData(sessionQuery.queryKey, null),
  });
  const full = session?.stage === 'full';

  const enter = useCallback(async () => {
    await router.invalidate();
    await (back === undefined
      ? navigate({ to: '/', replace: true })
      : router.history.replace(`/console${back}`));
  }, [router, navigate, back]);
  useEffect(() => {
    if (full) void enter();
  }, [full, enter]);
  usePageTitle('登录');

  const takeSession = (next: Session): void => {
    // Answers of whoever was here before are none of this person's business.
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    queryClient.setQueryData(sessionQuery.queryKey, next);
  };
  return (
    <Entrance>
      <ProblemAlert error={error} />
      <SignOnEnd signOn={signOn} />
      {session === null && <PasswordStep back={back} onDone={takeSession} />}
      {session !== null && session !== undefined && !full && (
        <section className="card">
          <Step session={session} onDone={takeSession} />
          <Button type="link" className="other-account" onClick={() => signOut.mutate()}>
            换一个账号登录
          </Button>
        </section>
      )}
    </Entrance>
  );
}
