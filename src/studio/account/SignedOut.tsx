import { Route, Switch } from 'wouter';
import { useSetup } from '../api/users.ts';
import { accountText as text } from '../text/english/account.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { ScreenLoading } from '../ui/ScreenLoading.tsx';
import { AccountLayout } from './AccountLayout.tsx';
import { FirstAccount } from './FirstAccount.tsx';
import { SignIn } from './SignIn.tsx';
import { SignUp } from './SignUp.tsx';

/** The screens of someone without a session: the very first account, sign-in, sign-up where it is open. */
export default function SignedOut({ expired }: { expired: boolean }) {
  const setup = useSetup();
  if (setup.isPending) return <ScreenLoading />;
  return (
    <AccountLayout>
      {setup.isError ? (
        <ErrorState title={text('noAnswer')} error={setup.error} retry={setup.refetch} />
      ) : setup.data.needed ? (
        <FirstAccount />
      ) : (
        <Switch>
          {setup.data.signUp && <Route path="/sign-up" component={SignUp} />}
          <Route>
            <SignIn expired={expired} mayCreateAccount={setup.data.signUp} />
          </Route>
        </Switch>
      )}
    </AccountLayout>
  );
}
