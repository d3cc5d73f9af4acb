import { Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import { useSignUp } from '../api/users.ts';
import { AccountHeading } from './AccountHeading.tsx';
import { CredentialsForm } from './CredentialsForm.tsx';

/** A new account, where the installation lets people make their own. */
export function SignUp() {
  const signUp = useSignUp();
  return (
    <>
      <AccountHeading title="Create an account">It takes a name and a password.</AccountHeading>
      <CredentialsForm
        kind="new"
        submitLabel="Create account"
        onSubmit={signUp.mutate}
        pending={signUp.isPending}
        error={signUp.error}
      />
      <Text ta="center" size="sm" mt="lg" c="dimmed">
        Have an account?{' '}
        <Anchor component={Link} href="/flows" size="sm" underline="always">
          Sign in
        </Anchor>
      </Text>
    </>
  );
}
