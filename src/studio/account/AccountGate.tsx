import { lazy, type ReactNode, Suspense } from 'react';
import { useSession } from '../session/use-session.ts';

const SignedOut = lazy(() => import('./SignedOut.tsx'));

/**
 * Lets the signed-in through; anyone else signs in right here, at the address they came to, and stands
 * on that screen afterwards.
 */
export function AccountGate({ children }: { children: ReactNode }) {
  const { token, reason } = useSession();
  if (token) return children;
  return (
    <Suspense>
      <SignedOut expired={reason === 'expired'} />
    </Suspense>
  );
}
