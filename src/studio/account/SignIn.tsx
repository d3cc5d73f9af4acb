import { Alert, Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import { useSignIn } from '../api/users.ts';
import { AccountHeading } from './AccountHeading.tsx';
import { CredentialsForm } from './CredentialsForm.tsx';

/** Sign-in; `expired` says that an earlier session has ended by itself. */
export function SignIn(props: { expired: boolean; mayCreateAccount: boolean }) {
  const signIn = useSignIn();
  return (
    <>
      <AccountHeading title="Sign in">Use the account of your product or your team.</AccountHeading>
      {props.expired && !signIn.error && (
        <Alert variant="light" mb="md" role="status">
          Your session has ended. Sign in to go on where you were.
        </Alert>
      )}
      <CredentialsForm
        kind="current"
        submitLabel="Sign in"
        onSubmit={signIn.mutate}
        pending={signIn.isPending}
        error={signIn.error}
      />
      {props.mayCreateAccount && (
        <Text ta="center" size="sm" mt="lg" c="dimmed">
          No account yet?{' '}
          <Anchor component={Link} href="/sign-up" size="sm" underline="always">
            Create one
          </Anchor>
        </Text>
      )}
    </>
  );
}
