import { Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import { useSignUp } from '../api/users.ts';
import { accountText as text } from '../text/english/account.ts';
import { AccountHeading } from './AccountHeading.tsx';
import { CredentialsForm } from './CredentialsForm.tsx';

/** A new account, where the installation lets people make their own. */
export function SignUp() {
  const signUp = useSignUp();
  return (
    <>
      <AccountHeading title={text('signUp.title')}>{text('signUp.text')}</AccountHeading>
      <CredentialsForm
        kind="new"
        submitLabel={text('signUp.submit')}
        onSubmit={signUp.mutate}
        pending={signUp.isPending}
        error={signUp.error}
      />
      <Text ta="center" size="sm" mt="lg" c="dimmed">
        {text.nodes('signUp.haveAccount', {
          signIn: (
            <Anchor key="sign-in" component={Link} href="/flows" size="sm" underline="always">
              {text('signIn.title')}
            </Anchor>
          ),
        })}
      </Text>
    </>
  );
}
