import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { messageOf } from '../api/call.ts';
import { accountText as text } from '../text/english/account.ts';

export type Credentials = { username: string; password: string };

/** Username and password, for an account that exists (`current`) or is being made (`new`). */
export function CredentialsForm(props: {
  kind: 'current' | 'new';
  submitLabel: string;
  onSubmit: (credentials: Credentials) => void;
  pending: boolean;
  error: unknown;
}) {
  const isNew = props.kind === 'new';
  const form = useForm<Credentials>({
    mode: 'uncontrolled',
    initialValues: { username: '', password: '' },
    validate: {
      username: (value) => (value.trim() ? null : text('credentials.usernameMissing')),
      password: (value) => {
        if (!value) return text('credentials.passwordMissing');
        return isNew && value.length < 5 ? text('credentials.passwordShort') : null;
      },
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ username, password }) =>
        props.onSubmit({ username: username.trim(), password }),
      )}
    >
      <Stack gap="md">
        {props.error !== null && props.error !== undefined && (
          <Alert color="red" variant="light" role="alert">
            {messageOf(props.error)}
          </Alert>
        )}
        <TextInput
          label={text('credentials.username')}
          autoComplete="username"
          autoCapitalize="none"
          autoFocus
          spellCheck={false}
          key={form.key('username')}
          {...form.getInputProps('username')}
        />
        <PasswordInput
          label={text('credentials.password')}
          {...(isNew ? { description: text('credentials.passwordRule') } : {})}
          autoComplete={isNew ? 'new-password' : 'current-password'}
          visibilityToggleButtonProps={{ 'aria-label': text('credentials.showPassword') }}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <Button type="submit" fullWidth mt={4} loading={props.pending}>
          {props.submitLabel}
        </Button>
      </Stack>
    </form>
  );
}
