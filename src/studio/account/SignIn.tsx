import { Alert, Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import { useSignIn } from '../api/users.ts';
import { accountText as text } from '../text/english/account.ts';
import { AccountHeading } from './AccountHeading.tsx';
import { CredentialsForm } from './CredentialsForm.tsx';

/** Sign-in; `expired` says that an earlier session has ended by itself. */
export function SignIn(props: { expired: boolean; mayCreateAccount: boolean }) {
  const signIn = useSignIn();
  return (
    <>
      <AccountHeading title={text('signIn.title')}>{text('signIn.text')}</AccountHeading>
      {props.expired && !signIn.error && (
        <Alert variant="light" mb="md" role="status">
          {text('signIn.expired')}
        </Alert>
      )}
      <CredentialsForm
        kind="current"
        submitLabel={text('signIn.title')}
        onSubmit={signIn.mutate}
        pending={signIn.isPending}
        error={signIn.error}
      />
      {props.mayCreateAccount && (
        <Text ta="center" size="sm" mt="lg" c="dimmed">
          {text.nodes('signIn.noAccount', {
            create: (
              <Anchor key="create" component={Link} href="/sign-up" size="sm" underline="always">
                {text('signIn.create')}
              </Anchor>
            ),
          })}
        </Text>
      )}
    </>
  );
}
